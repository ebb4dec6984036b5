import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { startImport } from '~/commands/land/start-import.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { FileField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { ImportColumns, ImportRules } from '~/components/land/import-rules'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import { MAX_IMPORT_ROWS } from '~/domain/land/sheet'
import type { FormAnswer } from '~/forms/answer'
import { importForm } from '~/forms/land-sheet'
import { answerRefusal, formRefused, limit, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  return { meta: pageMeta(visit.lang, 'sheet', 'pages.new') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, importForm, 'sheets')
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await startImport(visit.ctx, { uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/imports/${verdict.value.number}`))
}

export default function ImportNew() {
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('sheet')
  const { number } = useFormat()
  const href = useKeeperHref()
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-4">
      <header>
        <p className="mb-1 text-sm">
          <Link to={href('/imports')}>← {t('pages.list.title')}</Link>
        </p>
        <h1>{t('pages.new.title')}</h1>
        <p className="text-ink-soft">{t('pages.new.description')}</p>
      </header>
      <Card title={t('import.template')}>
        <p className="mb-3">{t('import.templateText')}</p>
        <div className="actions">
          {(['xlsx', 'csv', 'geojson'] as const).map((format) => (
            <ButtonLink key={format} kind="outline" to={href(`/imports/template/${format}`)}>
              {t(`export.formats.${format}`)}
            </ButtonLink>
          ))}
        </div>
      </Card>
      <Card title={t('import.file')}>
        <Form className="form" encType="multipart/form-data" answer={answer} labels={{ file: t('import.file') }}>
          <FileField
            name="file"
            label={t('import.file')}
            hint={t('import.fileHint', { max: number(MAX_IMPORT_ROWS) })}
            accept=".xlsx,.csv,.geojson"
            required
          />
          <ImportRules />
          <div>
            <Button>{t('import.send')}</Button>
          </div>
        </Form>
      </Card>
      <ImportColumns />
    </div>
  )
}
