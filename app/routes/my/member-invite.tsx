import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteMember } from '~/commands/party/invite-member.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { AccountPage } from '~/components/party/account-page'
import { InviteFields, useInviteLabels } from '~/components/party/invite-fields'
import { dayInVietnam } from '~/domain/time/day'
import { inviteMemberForm } from '~/forms/organization'
import { answerRefusal, formRefused, limit, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { organizationPage } from '~/queries/party/organization-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'organization.read')
  const { id, name } = orThrow(await organizationPage(visit.ctx, args.params.id ?? ''))
  requireMay(visit, args.request, 'organization.manage', { organizationId: id })
  return { meta: pageMeta(visit.lang, 'organization', 'invite'), id, name, today: dayInVietnam(visit.now) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  const organizationId = args.params.id ?? ''
  requireMay(visit, args.request, 'organization.manage', { organizationId })
  await limit('mail-invitation', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, inviteMemberForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await inviteMember(visit.ctx, { organizationId, ...form.value, uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/organization/${organizationId}?invited=${encodeURIComponent(form.value.email)}`)
}

export default function InviteMember() {
  const { id, name, today } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organization')
  const { t: common } = useTranslation('common')
  const href = useHref()
  const answer = useActionData<typeof action>()
  return (
    <AccountPage title={t('invite.title')} lead={name}>
      <Card>
        <Form className="form" encType="multipart/form-data" answer={answer} labels={useInviteLabels()}>
          <InviteFields lang={i18n.language} today={today} />
          <div className="flex flex-wrap gap-3">
            <Button>{t('invite.send')}</Button>
            <ButtonLink to={href(`/my/organization/${id}`)} kind="quiet">
              {common('form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </AccountPage>
  )
}
