import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveNeed } from '~/commands/match/save-need.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { AlertFields } from '~/components/match/alert-fields'
import { NeedFacts } from '~/components/match/need-facts'
import { OrganizationField } from '~/components/match/organization-field'
import type { FormAnswer } from '~/forms/answer'
import { needSearch } from '~/forms/match'
import { needText, saveNeedForm } from '~/forms/need'
import { answerRefusal, formRefused, readForm, refusalResponse, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { checkedNeed } from '~/queries/match/checked-need.server'
import { needNames } from '~/queries/match/need-names.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.write')
  const text = new URL(args.request.url).searchParams.get('need') ?? ''
  const need = needText.safeParse(text)
  if (!need.success || (await checkedNeed(need.data, visit.now)).length > 0) {
    throw refusalResponse({ code: 'invalid-form' })
  }
  const organizations = visit.actor.organizations.filter(({ role }) => role !== 'reader')
  const names = await needNames(need.data, visit.lang)
  const search = needSearch(need.data)
  return { meta: pageMeta(visit.lang, 'need', 'list'), text, need: need.data, search, names, organizations }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.write')
  const form = await readForm(args.request, saveNeedForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const [mistake] = await checkedNeed(form.value.need, visit.now)
  if (mistake) return answerRefusal({ code: mistake.code, values: mistake.values }, form.values)
  const verdict = await saveNeed(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/needs/${verdict.value.id}`)
}

export default function NeedNew() {
  const { text, need, search, names, organizations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['need', 'common'])
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <h1>{t('saveTitle')}</h1>
      <Card title={t('asked')}>
        <NeedFacts need={need} names={names} />
      </Card>
      <Card>
        <Form answer={answer} labels={{ name: t('name'), alert: t('alert') }} defaults={{ alert: 'at_once' }}>
          <input type="hidden" name="need" value={text} />
          <OrganizationField organizations={organizations} />
          <AlertFields />
          <div className="actions mt-4">
            <Button>{t('save')}</Button>
            <ButtonLink kind="quiet" to={`${href('/match')}?${search}`}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
