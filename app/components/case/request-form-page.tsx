import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { DeskRequest, type DeskRequestData } from './desk-request'

interface RequestFormPageProps {
  made: 'offer' | 'decline' | 'ask'
  request: DeskRequestData & { id: string; version: number; number: string }
  answer: FormAnswer | undefined
  labels: Readonly<Record<string, string>>
  children: ReactNode
}

/** One way to answer a request, with the request beside it. */
export function RequestFormPage({ made, request, answer, labels, children }: RequestFormPageProps) {
  const { t } = useTranslation(['desk', 'common'])
  const href = useHref()
  const back = href(`/desk/requests/${request.id}`)
  return (
    <>
      <header className="mb-4">
        <p className="mb-1 text-sm">
          <Link to={back}>
            ← {request.number} · {request.plots.join(' + ')}
          </Link>
        </p>
        <h1>{t(`${made}.title`)}</h1>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="card">
          <p className="mb-4 text-ink-soft">{t(`${made}.help`)}</p>
          <Form answer={answer} labels={labels}>
            <GuardField value={request.version} answer={answer} />
            <div className="grid gap-4">{children}</div>
            <div className="actions mt-4">
              <Button kind={made === 'decline' ? 'danger' : 'main'}>{t(`${made}.send`)}</Button>
              <ButtonLink kind="quiet" to={back}>
                {t('common:form.cancel')}
              </ButtonLink>
            </div>
          </Form>
        </div>
        <div className="grid gap-4">
          <DeskRequest request={request} />
        </div>
      </div>
    </>
  )
}
