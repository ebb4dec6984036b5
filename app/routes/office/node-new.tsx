import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { addNode } from '~/commands/land/add-node.server'
import { Button } from '~/components/kit/button'
import { SelectField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useLang } from '~/components/kit/use-lang'
import { capacityMeta } from '~/components/land/capacity-meta'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { UTILITY_KINDS } from '~/domain/land/capacity'
import { keeperPath } from '~/domain/land/keeper'
import { textIn } from '~/domain/text'
import { addNodeForm } from '~/forms/capacity'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { keptZone } from '~/queries/land/zone-capacity.server'

export const handle = { dense: true }
export const meta = capacityMeta('add')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const { code, name } = orThrow(await keptZone(visit.ctx, args.params.code ?? ''))
  return { zone: { code, name } }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, addNodeForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const zoneCode = args.params.code ?? ''
  const verdict = await addNode(visit.ctx, { zoneCode, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/zones/${zoneCode}/capacity/${verdict.value.id}`))
}

export default function NodeNew() {
  const { zone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('capacity')
  const kept = useKeeperHref()
  const lang = useLang()
  const labels = {
    kind: t('field.kind'),
    nameVi: t('field.nameVi'),
    nameEn: t('field.nameEn'),
    nameZh: t('field.nameZh'),
    lat: t('field.lat'),
    lon: t('field.lon'),
  }
  const title = t('title.add', { zone: textIn(zone.name, lang) })
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={kept(`/zones/${zone.code}/capacity`)}>← {t('toCapacity')}</Link>
      </p>
      <h1>{title}</h1>
      <div className="card max-w-3xl">
        <Form answer={answer} labels={labels}>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              name="kind"
              label={labels.kind}
              choices={UTILITY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <TextField name="nameVi" label={labels.nameVi} maxLength={120} />
            <TextField
              name="nameEn"
              label={labels.nameEn}
              hint={t('field.nameHint')}
              required={false}
              maxLength={120}
            />
            <TextField
              name="nameZh"
              label={labels.nameZh}
              hint={t('field.nameHint')}
              required={false}
              maxLength={120}
            />
            <TextField
              name="lat"
              label={labels.lat}
              hint={t('field.latHint')}
              required={false}
              inputMode="decimal"
              width="short"
            />
            <TextField
              name="lon"
              label={labels.lon}
              hint={t('field.lonHint')}
              required={false}
              inputMode="decimal"
              width="short"
            />
          </div>
          <div className="actions mt-4">
            <Button>{t('add')}</Button>
          </div>
        </Form>
      </div>
    </>
  )
}
