import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { addPlot } from '~/commands/land/add-plot.server'
import { Button } from '~/components/kit/button'
import { SelectField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useLang } from '~/components/kit/use-lang'
import { officePlotMeta } from '~/components/land/office-meta'
import { OfficePlotFields } from '~/components/land/office-plot-fields'
import { useOfficePlotLabels } from '~/components/land/office-plot-labels'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import { textIn } from '~/domain/text'
import type { FormAnswer } from '~/forms/answer'
import { addPlotForm } from '~/forms/plot'
import { answerRefusal, formRefused, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { boundaryAround } from '~/queries/land/boundary-around.server'
import { plotChoices } from '~/queries/land/office-plots.server'

export const handle = { dense: true, scripts: true }
export const meta = officePlotMeta('add')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const zone = new URL(args.request.url).searchParams.get('zone')
  const [choices, around] = await Promise.all([plotChoices(visit.ctx), boundaryAround(visit.ctx, zone, null)])
  return { ...choices, around, zone: choices.zones.some(({ code }) => code === zone) ? zone : null }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, addPlotForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await addPlot(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/plots/${verdict.value.code}`))
}

export default function PlotNew() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['land', 'common'])
  const href = useKeeperHref()
  const lang = useLang()
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={href('/plots')}>← {t('office.title.list')}</Link>
      </p>
      <h1>{t('office.title.add')}</h1>
      <div className="card max-w-5xl">
        <p className="mb-4 text-ink-soft">{t('office.description.add')}</p>
        <Form
          answer={answer}
          labels={useOfficePlotLabels()}
          defaults={{ commercial: 'not_offered', zoneCode: page.zone ?? '' }}
        >
          <div className="mb-4 grid gap-4 sm:grid-cols-2">
            <SelectField
              name="zoneCode"
              label={t('office.field.zone')}
              choices={page.zones.map(({ code, name }) => ({ value: code, label: textIn(name, lang) }))}
            />
            <TextField
              name="code"
              label={t('office.field.code')}
              hint={t('office.field.codeHint')}
              maxLength={24}
              width="medium"
            />
          </div>
          <OfficePlotFields sectors={page.sectors} commercial="not_offered" zoneStatus={null} around={page.around} />
          <div className="actions mt-4">
            <Button>{t('office.saveDraft')}</Button>
          </div>
        </Form>
      </div>
    </>
  )
}
