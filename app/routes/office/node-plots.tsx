import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { tiePlots } from '~/commands/land/tie-plots.server'
import { Button } from '~/components/kit/button'
import { CheckboxesField, RadioField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useLang } from '~/components/kit/use-lang'
import { capacityMeta } from '~/components/land/capacity-meta'
import { NodeTags } from '~/components/land/kept-node'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import { textIn } from '~/domain/text'
import { tiePlotsForm } from '~/forms/capacity'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { nodeCapacity } from '~/queries/land/zone-capacity.server'

export const handle = { dense: true }
export const meta = capacityMeta('tie')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  return orThrow(await nodeCapacity(visit.ctx, args.params.code ?? '', args.params.nodeId ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, tiePlotsForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { code = '', nodeId = '' } = args.params
  const verdict = await tiePlots(visit.ctx, { nodeId, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/zones/${code}/capacity/${nodeId}/plots`))
}

export default function NodePlots() {
  const { zone, node, blocks, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('capacity')
  const kept = useKeeperHref()
  const lang = useLang()
  const labels = { to: t('field.to'), blocks: t('field.blocks'), codes: t('field.codes') }
  const named = blocks.flatMap(({ block, ...counts }) => (block === null ? [] : [{ block, ...counts }]))
  const loose = blocks.find(({ block }) => block === null)
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={kept(`/zones/${zone.code}/capacity/${node.id}`)}>← {textIn(node.name, lang)}</Link>
      </p>
      <h1>{t('title.tie', { node: textIn(node.name, lang) })}</h1>
      <NodeTags node={node} />
      <div className="card max-w-3xl">
        <Form answer={answer} labels={labels} defaults={{ to: 'tied' }}>
          <input type="hidden" name="version" value={node.version} />
          <RadioField
            name="to"
            label={labels.to}
            choices={(['tied', 'untied'] as const).map((value) => ({ value, label: t(`to.${value}`) }))}
          />
          {named.length > 0 ? (
            <CheckboxesField
              name="blocks[]"
              label={labels.blocks}
              required={false}
              choices={named.map(({ block, plots, tied }) => ({
                value: block,
                label: t('block', { block }),
                hint: t('tiedOf', { tied, plots }),
              }))}
            />
          ) : null}
          {loose ? (
            <p className="hint">
              {t('noBlock')}: {t('tiedOf', { tied: loose.tied, plots: loose.plots })}
            </p>
          ) : null}
          <TextAreaField name="codes" label={labels.codes} hint={t('field.codesHint')} required={false} rows={3} />
          <p className="hint">{t('tieNote')}</p>
          <div className="actions mt-4">
            <Button whyNot={mayWrite ? null : t('readOnly')}>{t('saveTie')}</Button>
          </div>
        </Form>
      </div>
    </>
  )
}
