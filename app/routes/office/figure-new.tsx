import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addFigure } from '~/commands/land/add-figure.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { SelectField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useHref, useLang } from '~/components/kit/use-lang'
import { FigureFields, useFigureLabels } from '~/components/land/figure-fields'
import { FigureHead } from '~/components/land/figure-head'
import { settingMeta } from '~/components/land/setting-meta'
import { figureKeysOf, PROVINCE } from '~/domain/land/published-figure'
import { textIn } from '~/domain/text'
import type { FormAnswer } from '~/forms/answer'
import { addFigureForm } from '~/forms/setting'
import { answerRefusal, formRefused, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { figureSubjects, isFigureSubject } from '~/queries/land/kept-figures.server'

export const handle = { dense: true }
export const meta = settingMeta('figureAdd')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'figure.write')
  const asked = new URL(args.request.url).searchParams.get('subject') ?? PROVINCE
  return { subject: (await isFigureSubject(asked)) ? asked : PROVINCE, subjects: await figureSubjects() }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'figure.write')
  const form = await readForm(args.request, addFigureForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await addFigure(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/figures?subject=${encodeURIComponent(form.value.subject)}`)
}

export default function FigureNew() {
  const { subject, subjects } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['setting', 'totals', 'common'])
  const href = useHref()
  const lang = useLang()
  const labels = useFigureLabels()
  const zone = subjects.find(({ code }) => code === subject)
  return (
    <>
      <FigureHead title={t('title.figureAdd')} subject={subject} />
      <section className="card max-w-3xl" aria-label={t('title.figureAdd')}>
        <Form answer={answer} labels={labels}>
          <input type="hidden" name="subject" value={subject} />
          <div className="grid gap-4">
            <p className="m-0">
              {labels.subject}: <strong>{zone ? textIn(zone.name, lang) : t('figure.province')}</strong>
            </p>
            <SelectField
              name="key"
              label={labels.key}
              choices={figureKeysOf(subject).map((key) => ({ value: key, label: t(`totals:figure.${key}`) }))}
            />
            <FigureFields figureKey={null} />
          </div>
          <div className="actions mt-4">
            <Button>{t('save')}</Button>
            <ButtonLink kind="quiet" to={href(`/office/figures?subject=${encodeURIComponent(subject)}`)}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </section>
    </>
  )
}
