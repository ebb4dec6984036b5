import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { recordAbsence } from '~/commands/party/record-absence.server'
import { Card } from '~/components/kit/card'
import { useHref } from '~/components/kit/use-lang'
import { AbsenceForm } from '~/components/party/absence-form'
import { AbsenceTable } from '~/components/party/absence-table'
import { WorkloadTable } from '~/components/party/workload-table'
import { may } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { absenceForm } from '~/forms/absence'
import type { FormAnswer } from '~/forms/answer'
import { answerRefusal, formRefused, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { officers } from '~/queries/case/officers.server'
import { absences } from '~/queries/party/absences.server'

export const handle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.list')
  const [people, away] = await Promise.all([officers(visit.ctx), absences(visit.ctx)])
  const absent = people.filter(({ id }) => may(visit.actor, 'absence.record', { officerId: id }).ok)
  const today = dayInVietnam(visit.now)
  return { people, away, absent, today, meta: pageMeta(visit.lang, 'absence', 'page') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'absence.record')
  const form = await readForm(args.request, absenceForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await recordAbsence(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/absences`)
}

export default function Absences() {
  const { people, away, absent, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('absence')
  const href = useHref()
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={href('/office')}>← {t('back')}</Link>
      </p>
      <h1>{t('page.title')}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <Card title={t('workload')}>
            <WorkloadTable people={people} />
          </Card>
          <Card title={t('list')}>
            <AbsenceTable absences={away} />
          </Card>
        </div>
        {absent.length > 0 ? (
          <Card title={t('record')}>
            <p className="mb-3 text-sm text-ink-soft">{t('help')}</p>
            <AbsenceForm absent={absent} people={people} today={today} answer={answer} />
          </Card>
        ) : null}
      </div>
    </>
  )
}
