import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setVertices } from '~/commands/land/set-vertices.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { SelectField, TextAreaField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { AreaCheck } from '~/components/land/area-check'
import { officePlotMeta } from '~/components/land/office-meta'
import { OfficePlotConflict } from '~/components/land/office-plot-conflict'
import { OfficePlotHead } from '~/components/land/office-plot-head'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { VertexTable } from '~/components/land/vertex-table'
import { keeperPath } from '~/domain/land/keeper'
import { PLANE_ZONE_KEYS, planeZoneText } from '~/domain/land/vn2000'
import type { FormAnswer } from '~/forms/answer'
import { verticesForm } from '~/forms/plot'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { plotVertices } from '~/queries/land/plot-vertices.server'

export const handle = { dense: true }
export const meta = officePlotMeta('vertices')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  return orThrow(await plotVertices(visit.ctx, args.params.code ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, verticesForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const code = args.params.code ?? ''
  const verdict = await setVertices(visit.ctx, { code, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/plots/${code}/vertices`))
}

export default function PlotVertices() {
  const { plot, table } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['plot', 'land', 'common'])
  const href = useKeeperHref()
  const typed = {
    zone: table?.zone ?? PLANE_ZONE_KEYS[0] ?? '',
    vertices: table?.rows.map(({ x, y }) => `${x};${y}`).join('\n') ?? '',
    source: table?.source ?? '',
  }
  const labels = { zone: t('vertices.zone'), vertices: t('vertices.table'), source: t('land:office.field.source') }
  return (
    <>
      <OfficePlotHead plot={plot} linked={false} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <section className="card" aria-label={t('vertices.title')}>
          <OfficePlotConflict answer={answer} />
          <h2 className="mb-3 mt-0">{t('vertices.title')}</h2>
          <Form answer={answer} labels={labels} defaults={typed}>
            <fieldset disabled={!plot.mayWrite} className="m-0 grid min-w-0 gap-4 border-0 p-0">
              <GuardField value={plot.version} answer={answer} />
              <SelectField
                name="zone"
                label={labels.zone}
                hint={t('vertices.zoneHint')}
                blank={null}
                choices={PLANE_ZONE_KEYS.map((value) => ({ value, label: planeZoneText(value) }))}
              />
              <TextAreaField
                name="vertices"
                label={labels.vertices}
                hint={t('vertices.tableHint')}
                required={false}
                rows={10}
              />
              <TextField name="source" label={labels.source} hint={t('vertices.sourceHint')} maxLength={300} />
            </fieldset>
            <div className="actions mt-4">
              <Button whyNot={plot.mayWrite ? null : t('land:office.readOnly')}>{t('vertices.save')}</Button>
              <ButtonLink kind="quiet" to={href(`/plots/${plot.code}`)}>
                {t('common:form.cancel')}
              </ButtonLink>
            </div>
          </Form>
        </section>
        <Card title={t('vertices.inForce')}>
          {table ? (
            <>
              <p>
                <AreaCheck area={table.area} from="vertices" />
              </p>
              <VertexTable table={table} />
            </>
          ) : (
            <p className="text-ink-soft">{t('vertices.none')}</p>
          )}
        </Card>
      </div>
    </>
  )
}
