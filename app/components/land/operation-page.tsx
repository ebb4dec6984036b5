import { Form as GetForm, Link } from '@remix-run/react'
import type { FormEvent } from 'react'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { RadioField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { FormContext } from '~/components/kit/form-context'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { RefusalText } from '~/components/kit/refusal-text'
import { Table } from '~/components/kit/table'
import type { BoundaryAround } from '~/domain/land/boundary-around'
import type { Ring } from '~/domain/land/geometry'
import type { PlotOperationKind } from '~/domain/land/plot-operation'
import type { Sketch } from '~/domain/land/sketch'
import type { Refusal } from '~/domain/verdict'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { BoundaryEditor } from './boundary-editor'
import { OfficePlotConflict } from './office-plot-conflict'
import { PlotSketch } from './plot-sketch'
import { useKeeperHref } from './use-keeper-href'

interface OperationPageProps {
  kind: PlotOperationKind
  page: {
    plots: { code: string; version: number; areaM2: number }[]
    neighbours: { code: string; areaM2: number; sharedM: number }[]
    reviewed: boolean
    outcome:
      | {
          preview: {
            line: readonly (readonly [number, number])[]
            pieces: { code: string; areaM2: number; was: number | null }[]
            sketch: Sketch
          } | null
        }
      | { refusal: Refusal }
    drawing: BoundaryAround & { over: { code: string; ring: Ring }[] }
  }
  /** What was asked in the address, and what is wrong with it. */
  asked: FormAnswer
  answer: FormAnswer | undefined
}

/** A split, a merger or a realignment: choose, see what comes out, confirm. */
export function OperationPage({ kind, page, asked, answer }: OperationPageProps) {
  const { t } = useTranslation(['inventory', 'land', 'common'])
  const href = useKeeperHref()
  const [first] = page.plots
  const refusal = 'refusal' in page.outcome ? page.outcome.refusal : null
  const preview = 'preview' in page.outcome ? page.outcome.preview : null
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={href(`/plots/${first?.code ?? ''}`)}>
          ← {t('land:office.title.edit', { code: first?.code ?? '' })}
        </Link>
      </p>
      <h1>{t(`operation.${kind}.title`, { code: page.plots.map(({ code }) => code).join(' + ') })}</h1>
      <OfficePlotConflict answer={answer} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t('operation.choose')}>
          <p className="mb-3 text-ink-soft">{t(`operation.${kind}.text`)}</p>
          <GetForm method="get" className="grid gap-4">
            <FormContext.Provider value={shownLine(asked, preview?.line)}>
              <input type="hidden" name="plot" value={first?.code} />
              {kind === 'split' ? null : <Neighbours kind={kind} page={page} />}
              {kind === 'merge' ? null : <CutFields kind={kind} drawing={page.drawing} />}
            </FormContext.Provider>
            <div className="actions">
              <Button kind="outline">{t('operation.preview')}</Button>
            </div>
          </GetForm>
        </Card>
        <Card title={t('operation.result')}>
          {refusal ? (
            <NoticeBanner tone="brick">
              {refusal.code === 'plot-held' ? (
                t('operation.heldFor', { number: String(refusal.values?.number) })
              ) : (
                <RefusalText code={refusal.code} values={refusal.values} />
              )}
            </NoticeBanner>
          ) : null}
          {preview ? <Outcome kind={kind} page={page} preview={preview} answer={answer} /> : null}
          {!preview && !refusal ? <p className="text-ink-soft">{t('operation.nothing')}</p> : null}
        </Card>
      </div>
    </>
  )
}

function Neighbours({ kind, page }: Pick<OperationPageProps, 'kind' | 'page'>) {
  const { t } = useTranslation(['inventory', 'common'])
  const { hectares, number } = useFormat()
  const chosen = page.plots.slice(1).map(({ code }) => code)
  if (page.neighbours.length === 0) return <p>{t('operation.noNeighbours')}</p>
  return (
    <fieldset className="field">
      <legend>{t(`operation.${kind as 'merge'}.neighbours`)}</legend>
      <div className="choices">
        {page.neighbours.map(({ code, areaM2, sharedM }) => (
          <label key={code} className="choice">
            <input
              type={kind === 'merge' ? 'checkbox' : 'radio'}
              name="plot"
              value={code}
              defaultChecked={chosen.includes(code)}
            />
            <span>
              {code} · {hectares(areaM2)} ·{' '}
              {t('operation.shared', { length: t('common:unit.metres', { value: number(sharedM) }) })}
            </span>
          </label>
        ))}
        {chosen
          .filter((code) => page.neighbours.every((other) => other.code !== code))
          .map((code) => (
            <label key={code} className="choice">
              <input type={kind === 'merge' ? 'checkbox' : 'radio'} name="plot" value={code} defaultChecked />
              <span>{code}</span>
            </label>
          ))}
      </div>
    </fieldset>
  )
}

interface CutFieldsProps {
  kind: PlotOperationKind
  drawing: OperationPageProps['page']['drawing']
}

const CUTS = ['across', 'along', 'line'] as const

/** How the land is cut: at a share of it, or along a line that is typed or, where scripts run, drawn on the map. */
function CutFields({ kind, drawing }: CutFieldsProps) {
  const { t } = useTranslation('inventory')
  const drawn = (event: FormEvent<HTMLDivElement>) => {
    const field = event.target as HTMLTextAreaElement
    const chosen = field.form?.querySelector<HTMLInputElement>('input[name="cut"][value="line"]')
    if (chosen && field.value.trim() !== '') chosen.checked = true
  }
  return (
    <>
      <RadioField
        name="cut"
        label={t('operation.cut.label')}
        value="across"
        choices={CUTS.map((value) => ({ value, label: t(`operation.cut.${value}`) }))}
      />
      <TextField
        name="share"
        label={t('operation.share')}
        hint={t(kind === 'split' ? 'operation.shareHint' : 'operation.shareHintRealign')}
        unit="%"
        width="short"
        inputMode="decimal"
        value="50"
        required={false}
      />
      <div onInput={drawn}>
        <BoundaryEditor
          name="line"
          label={t('operation.line')}
          hint={t('operation.lineHint')}
          mode="line"
          {...drawing}
        />
      </div>
    </>
  )
}

/** The line that was drawn by a share stands in the field of the line, to be corrected from there. */
function shownLine(asked: FormAnswer, line: readonly (readonly [number, number])[] | undefined): FormAnswer {
  if (asked.values.line || !line || line.length === 0) return asked
  return { ...asked, values: { ...asked.values, line: JSON.stringify(line) } }
}

type Preview = NonNullable<Extract<OperationPageProps['page']['outcome'], { preview: unknown }>['preview']>

function Outcome({
  kind,
  page,
  preview,
  answer,
}: Pick<OperationPageProps, 'kind' | 'page' | 'answer'> & { preview: Preview }) {
  const { t } = useTranslation('inventory')
  const { number, hectares } = useFormat()
  const total = preview.pieces.reduce((sum, piece) => sum + piece.areaM2, 0)
  const labels = { codes: t('operation.codes'), code: t('operation.code'), reason: t('operation.reason') }
  return (
    <>
      <PlotSketch sketch={preview.sketch} label={t(`operation.${kind}.picture`)} />
      <div className="my-3">
        <Table
          plain
          caption={t('operation.total', { area: number(total) })}
          rows={preview.pieces}
          rowKey={(piece) => piece.code}
          columns={[
            { key: 'code', label: t('operation.column.code'), cell: (piece) => piece.code },
            { key: 'ha', label: t('operation.column.area'), end: true, cell: (piece) => hectares(piece.areaM2) },
            {
              key: 'm2',
              label: t('operation.column.areaM2'),
              end: true,
              cell: (piece) => `${number(piece.areaM2)} m²`,
            },
            ...(kind === 'realign'
              ? [
                  {
                    key: 'was',
                    label: t('operation.column.was'),
                    end: true,
                    cell: (piece: Preview['pieces'][number]) => (piece.was === null ? null : `${number(piece.was)} m²`),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <p className="mb-3">
        {t(
          kind === 'realign'
            ? 'operation.afterRealign'
            : page.reviewed
              ? 'operation.afterReview'
              : 'operation.afterDraft',
        )}
      </p>
      <Form answer={answer} labels={labels}>
        {page.plots.map(({ code, version }) => (
          <input key={code} type="hidden" name="plots[]" value={`${code}:${version}`} />
        ))}
        {kind === 'merge' ? null : <input type="hidden" name="line" value={JSON.stringify(preview.line)} />}
        <div className="grid gap-4">
          {kind === 'split' ? (
            <TextField
              name="codes"
              label={labels.codes}
              hint={t('operation.codesHint', { count: preview.pieces.length })}
              value={preview.pieces.map(({ code }) => code).join(', ')}
            />
          ) : null}
          {kind === 'merge' ? (
            <TextField name="code" label={labels.code} value={preview.pieces[0]?.code} maxLength={24} width="medium" />
          ) : null}
          <TextField name="reason" label={labels.reason} hint={t('operation.reasonHint')} maxLength={500} />
        </div>
        <div className="actions mt-4">
          <Button>{t(`operation.${kind}.confirm`)}</Button>
        </div>
      </Form>
    </>
  )
}
