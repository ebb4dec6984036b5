import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { tiePlots } from '~/commands/land/tie-plots.server'
import { Button } from '~/components/kit/button'
import { CheckboxesField, RadioField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { useLang } from '~/components/kit/use-lang'
import { capacityMeta } from '~/components/land/capacity-meta'
import { NodeTags } from '~/components/land/kept-node'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { textIn } from '~/domain/text'
import { tiePlotsForm } from '~/forms/capacity'
import { useTranslation } from '~/locales/use-translation'
import { keptNodeRoute } from './kept-land.server'

export const handle = { dense: true }
export const meta = capacityMeta('tie')

const route = keptNodeRoute(tiePlotsForm, tiePlots, '/plots')
export const loader = route.loader
export const action = route.action

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
          <GuardField value={node.version} answer={answer} />
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
