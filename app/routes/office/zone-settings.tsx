import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { setZoneRoads } from '~/commands/land/set-zone-roads.server'
import { Button } from '~/components/kit/button'
import { Facts } from '~/components/kit/facts'
import { RadioField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import { settingMeta } from '~/components/land/setting-meta'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import { textIn } from '~/domain/text'
import type { FormAnswer } from '~/forms/answer'
import { zoneRoadsForm } from '~/forms/setting'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { zoneSettings } from '~/queries/land/zone-settings.server'

export const handle = { dense: true }
export const meta = settingMeta('zone')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  return orThrow(await zoneSettings(visit.ctx, args.params.code ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, zoneRoadsForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const code = args.params.code ?? ''
  const verdict = await setZoneRoads(visit.ctx, { code, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/zones/${code}/settings`))
}

export default function ZoneSettings() {
  const zone = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['setting', 'land', 'facts', 'capacity'])
  const { lang, number } = useFormat()
  const href = useKeeperHref()
  const labels = { sitesSpanRoads: t('zone.roads'), source: t('setting:source') }
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={href(`/plots?zone=${zone.code}`)}>← {t('land:office.title.list')}</Link>
      </p>
      <h1 className="m-0">{t('zone.heading', { name: textIn(zone.name, lang) })}</h1>
      <p className="mt-1 mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Link to={href(`/zones/${zone.code}/facts`)}>{t('facts:keeper.zoneFacts')}</Link>
        <Link to={href(`/zones/${zone.code}/capacity`)}>{t('capacity:toCapacity')}</Link>
      </p>
      <section className="card max-w-3xl" aria-label={labels.sitesSpanRoads}>
        <p className="max-w-prose">{t('zone.roadsHelp')}</p>
        <Facts
          items={[
            { label: t('zone.internalRoads'), value: number(zone.internalRoads) },
            { label: t('zone.pairsBoundary'), value: number(zone.pairs.boundary) },
            { label: t('zone.pairsRoad'), value: number(zone.pairs.internalRoad) },
          ]}
        />
        <Form
          answer={answer}
          labels={labels}
          defaults={{ sitesSpanRoads: zone.sitesSpanRoads ? 'yes' : 'no' }}
          className="mt-4"
        >
          <fieldset disabled={!zone.mayWrite} className="m-0 grid min-w-0 gap-4 border-0 p-0">
            <GuardField value={zone.version} answer={answer} />
            <RadioField
              name="sitesSpanRoads"
              label={labels.sitesSpanRoads}
              choices={(['no', 'yes'] as const).map((value) => ({ value, label: t(`zone.span.${value}`) }))}
            />
            <TextField name="source" label={labels.source} hint={t('zone.sourceHint')} maxLength={300} />
          </fieldset>
          <div className="actions mt-4">
            <Button whyNot={zone.mayWrite ? null : t('land:office.readOnly')}>{t('save')}</Button>
          </div>
        </Form>
      </section>
    </>
  )
}
