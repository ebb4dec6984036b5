import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { correctFigure } from '~/commands/land/correct-figure.server'
import { Button } from '~/components/kit/button'
import { TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { FigureFields, typedFigure, useFigureLabels } from '~/components/land/figure-fields'
import { FigureHead } from '~/components/land/figure-head'
import { settingMeta } from '~/components/land/setting-meta'
import type { FormAnswer } from '~/forms/answer'
import { correctFigureForm } from '~/forms/setting'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { keptFigure } from '~/queries/land/kept-figures.server'

export const handle = { dense: true }
export const meta = settingMeta('figureCorrect')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'figure.read')
  return orThrow(await keptFigure(visit.ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'figure.write')
  const id = args.params.id ?? ''
  const { subject } = orThrow(await keptFigure(visit.ctx, id))
  const form = await readForm(args.request, correctFigureForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await correctFigure(visit.ctx, { id, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/figures?subject=${encodeURIComponent(subject)}`)
}

export default function Figure() {
  const figure = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['setting', 'totals', 'land'])
  const labels = useFigureLabels()
  return (
    <>
      <FigureHead title={`${t('title.figureCorrect')}: ${t(`totals:figure.${figure.key}`)}`} subject={figure.subject} />
      <section className="card max-w-3xl" aria-label={t('title.figureCorrect')}>
        {figure.endedOn ? <NoticeBanner tone="amber">{t('figure.isEnded')}</NoticeBanner> : null}
        <p className="max-w-prose">{t('figure.correctHelp')}</p>
        <Form answer={answer} labels={labels} defaults={typedFigure(figure)}>
          <fieldset disabled={!figure.mayWrite} className="m-0 grid min-w-0 gap-4 border-0 p-0">
            <FigureFields figureKey={figure.key} />
            <TextAreaField name="reason" label={labels.reason} hint={t('figure.reasonHint')} rows={2} maxLength={500} />
          </fieldset>
          <div className="actions mt-4">
            <Button whyNot={figure.mayWrite ? null : t('land:office.readOnly')}>{t('save')}</Button>
          </div>
        </Form>
      </section>
    </>
  )
}
