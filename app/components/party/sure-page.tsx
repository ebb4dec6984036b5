import type { ReactNode } from 'react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Form, type KitFormProps } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'
import { AccountPage } from './account-page'

interface SurePageProps extends Pick<KitFormProps, 'answer' | 'labels'> {
  title: ReactNode
  lead?: ReactNode
  text?: ReactNode
  send: ReactNode
  kind?: 'main' | 'danger'
  /** Where it leads back to, without language. */
  back: string
  children?: ReactNode
}

/** A page that asks once more before one thing is done. */
export function SurePage({ title, lead, text, send, kind = 'danger', back, answer, labels, children }: SurePageProps) {
  const { t } = useTranslation('common')
  const href = useHref()
  return (
    <AccountPage title={title} lead={lead}>
      {text ? <p>{text}</p> : null}
      <Form answer={answer} labels={labels} className="form">
        {children}
        <div className="flex flex-wrap gap-3">
          <Button kind={kind}>{send}</Button>
          <ButtonLink to={href(back)} kind="quiet">
            {t('form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </AccountPage>
  )
}
