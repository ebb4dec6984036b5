import type { ReactNode } from 'react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

interface MyCaseFormProps {
  number: string
  /** The project, and what else tells the case from the investor's others. */
  about?: string
  title: string
  lead?: string
  /** Above the form: what it is about. */
  children?: ReactNode
  fields?: ReactNode
  send: string
  danger?: boolean
  answer: FormAnswer | undefined
  labels?: Readonly<Record<string, string>>
  encType?: 'multipart/form-data'
}

/** A page of the investor's with one form about one case; giving up leads back to the case. */
export function MyCaseForm(props: MyCaseFormProps) {
  const { number, about, title, lead, children, fields, send, danger, answer, labels, encType } = props
  const { t } = useTranslation('common')
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <p className="text-sm text-ink-soft">{[number, about].filter(Boolean).join(' · ')}</p>
        <h1 className="mt-1 mb-0">{title}</h1>
        {lead ? <p className="text-ink-soft">{lead}</p> : null}
      </header>
      <Card>
        {children ? <div className="mb-4">{children}</div> : null}
        <Form className="form" answer={answer} labels={labels} encType={encType}>
          {fields}
          <div className="actions">
            <Button kind={danger ? 'danger' : 'main'}>{send}</Button>
            <ButtonLink kind="quiet" to={href(`/my/cases/${number}`)}>
              {t('form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
