import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepRun } from '~/commands/match/keep-run.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { NeedFacts } from '~/components/match/need-facts'
import { OrganizationField } from '~/components/match/organization-field'
import type { FormAnswer } from '~/forms/answer'
import { needSearch } from '~/forms/match'
import { keepRunForm, needText } from '~/forms/need'
import { answerRefusal, formRefused, readForm, refusalResponse, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { matchAnswer } from '~/queries/match/match-answer.server'
import { needNames } from '~/queries/match/need-names.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

/** What would be kept: for a visitor who has just signed in, and for a member of several organisations. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.write')
  const text = new URL(args.request.url).searchParams.get('need') ?? ''
  const need = needText.safeParse(text)
  const answer = need.success ? await matchAnswer(need.data, visit.now) : null
  if (!need.success || !answer?.ok) throw refusalResponse({ code: 'invalid-form' })
  return {
    meta: pageMeta(visit.lang, 'need', 'run'),
    text,
    need: need.data,
    search: needSearch(need.data),
    names: await needNames(need.data, visit.lang),
    feasibleCount: answer.value.feasibleCount,
    organizations: visit.actor.organizations.filter(({ role }) => role !== 'reader'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.write')
  const form = await readForm(args.request, keepRunForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { need, organizationId } = form.value
  const answer = await matchAnswer(need, visit.now)
  if (!answer.ok) {
    const [mistake] = answer.mistakes
    return answerRefusal({ code: mistake?.code ?? 'invalid-form', values: mistake?.values }, form.values)
  }
  const verdict = await keepRun(visit.ctx, { organizationId, needId: null, need, answer: answer.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/runs/${verdict.value.code}`)
}

export default function RunNew() {
  const { text, need, search, names, feasibleCount, organizations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['need', 'common'])
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <h1>{t('keepTitle')}</h1>
        <p className="text-ink-soft">{t('keepHelp')}</p>
      </header>
      <Card title={t('fits', { count: feasibleCount })}>
        <NeedFacts need={need} names={names} />
      </Card>
      <Card>
        <Form answer={answer} labels={{ organizationId: t('organization') }}>
          <input type="hidden" name="need" value={text} />
          <OrganizationField organizations={organizations} />
          <div className="actions mt-4">
            <Button>{t('keep')}</Button>
            <ButtonLink kind="quiet" to={`${href('/match')}?${search}`}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
