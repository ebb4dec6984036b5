import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { recordStep } from '~/commands/procedure/record-step.server'
import { Card } from '~/components/kit/card'
import type { PageHandle } from '~/components/kit/page-handle'
import { useHref } from '~/components/kit/use-lang'
import { DossierList } from '~/components/procedure/dossier-list'
import { SourcedText } from '~/components/procedure/sourced-text'
import { StepFacts } from '~/components/procedure/step-facts'
import { StepForm } from '~/components/procedure/step-form'
import { StepTag } from '~/components/procedure/step-when'
import { textIn } from '~/domain/text'
import { recordStepForm } from '~/forms/procedure'
import { answerRefusal, formRefused, limit, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { stepPage } from '~/queries/procedure/step-page.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'step.list')
  const page = orThrow(await stepPage(visit.ctx, args.params.id ?? ''))
  const t = makeI18n(visit.lang).getFixedT(visit.lang, 'common')
  return { ...page, title: t('site.title', { page: `${page.caseNumber} · ${textIn(page.step.name, visit.lang)}` }) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'step.record')
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, recordStepForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const stepId = args.params.id ?? ''
  const verdict = await recordStep(visit.ctx, { stepId, ...form.value, uploads: form.uploads })
  if (verdict.ok) return seeOther(`/${visit.lang}/office/steps/${stepId}`)
  return answerRefusal(verdict.refusal, form.values)
}

export default function Step() {
  const { step, caseNumber, organization, moves, whyNot, readsCase } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('procedure')
  const href = useHref()
  return (
    <>
      <p className="text-ink-soft">
        <Link to={href('/office/steps')}>{t('list.title')}</Link>
        {' · '}
        {readsCase ? (
          <Link to={href(`/office/cases/${caseNumber}`)}>{t('step.case', { number: caseNumber })}</Link>
        ) : (
          t('step.case', { number: caseNumber })
        )}
        {' · '}
        {organization}
      </p>
      <h1 className="flex flex-wrap items-center gap-3">
        <span>
          <SourcedText text={step.name} mark={false} />
        </span>
        <StepTag step={step} />
      </h1>
      <div className="grid gap-5 lg:grid-cols-2 lg:items-start">
        <Card title={t('step.now')} kind={moves.length > 0 ? 'asks' : 'plain'}>
          {moves.length > 0 ? <StepForm moves={moves} rowVersion={step.rowVersion} answer={answer} /> : null}
          {whyNot ? (
            <p className="text-ink-soft">
              {t('step.whyNot')}: {t(whyNot.code === 'state-forbids' ? 'step.caseNotRunning' : 'step.notYours')}
            </p>
          ) : null}
          {step.moves.length === 0 ? <p className="text-ink-soft">{t('step.ended')}</p> : null}
        </Card>
        <div className="grid gap-5">
          <Card title={t('step.facts')}>
            <StepFacts step={step} />
          </Card>
          {step.dossier.length > 0 ? (
            <Card title={t('detail.dossier')}>
              <DossierList dossier={step.dossier} />
            </Card>
          ) : null}
        </div>
      </div>
    </>
  )
}
