import type { ReactNode } from 'react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import { RefusalText } from '~/components/kit/refusal-text'
import { useHref } from '~/components/kit/use-lang'
import type { HoldMove } from '~/domain/land/hold'
import type { RefusalCode } from '~/domain/refusal'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { Conflict, withoutTold } from './case-form-page'
import { CaseHead, type CaseHeadData } from './case-head'
import { HoldFacts, type HoldShown, HoldTag } from './hold-facts'

interface HoldFormPageProps {
  move: HoldMove
  page: {
    head: CaseHeadData
    hold: HoldShown | null
    plots: string[]
    whyNot: RefusalCode | null
    lastDay: string
  }
  answer: FormAnswer | undefined
  labels?: Readonly<Record<string, string>>
  encType?: 'multipart/form-data'
  children?: ReactNode
}

/** A change of a case's hold: what it does and until when, the fields, the hold as it stands beside them. */
export function HoldFormPage({ move, page, answer, labels, encType, children }: HoldFormPageProps) {
  const { t } = useTranslation(['hold', 'common'])
  const { dayLong } = useFormat()
  const href = useHref()
  const { head, hold, plots } = page
  const about = { plots: plots.join(', '), day: dayLong(page.lastDay) }
  return (
    <>
      <CaseHead head={head} title={t(`action.${move}`)} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="card">
          {/* What it would do is not said of what cannot be done. */}
          {page.whyNot ? null : <p className="mb-4 text-ink-soft">{t(`help.${move}`, about)}</p>}
          <Conflict answer={answer} />
          <Form answer={withoutTold(answer)} labels={labels} encType={encType}>
            <GuardField value={head.version} answer={answer} />
            <div className="grid gap-4">{children}</div>
            <div className="actions mt-4">
              <Button
                kind={move === 'release' ? 'danger' : 'main'}
                whyNot={page.whyNot ? <RefusalText code={page.whyNot} /> : null}
              >
                {t(`confirm.${move}`)}
              </Button>
              <ButtonLink kind="quiet" to={href(`/office/cases/${head.number}`)}>
                {t('common:form.cancel')}
              </ButtonLink>
            </div>
          </Form>
        </div>
        {hold ? (
          <Card title={t('title')} aside={<HoldTag state={hold.state} />}>
            <HoldFacts hold={hold} />
          </Card>
        ) : null}
      </div>
    </>
  )
}
