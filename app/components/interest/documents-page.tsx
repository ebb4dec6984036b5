import { Link } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { FileField, SelectField } from '~/components/kit/field'
import { useFileSize } from '~/components/kit/file-size'
import { Form } from '~/components/kit/form'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { INTEREST_DOCUMENT_KINDS, type InterestDocumentKind } from '~/domain/interest/draft'
import type { FormAnswer, FormError } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { InterestHead } from './interest-head'
import { useInterestLabels } from './use-labels'

interface DocumentsPageProps {
  page: {
    id: string
    version: number
    organizationName: string
    mayWrite: boolean
    emailConfirmed: boolean
    zone: { name: string }
    plots: readonly { code: string; offered: boolean; illustrative: boolean }[]
    documents: readonly { id: string; kind: InterestDocumentKind; fileName: string; sizeBytes: number }[]
  }
  /** Fields of the project that are missing or wrong. */
  missing: readonly FormError[]
  /** The answer to a file that was not taken. */
  attachAnswer?: FormAnswer
  /** The answer to an interest that could not be sent. */
  submitAnswer?: FormAnswer
}

/** The second page of an interest: its documents, and its sending. */
export function DocumentsPage({ page, missing, attachAnswer, submitAnswer }: DocumentsPageProps) {
  const { t } = useTranslation('interest')
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <InterestHead {...page} title={t('documents.title')} at="documents" />
      <Attached {...page} />
      {page.mayWrite ? (
        <>
          <AttachForm id={page.id} answer={attachAnswer} />
          <Sending page={page} missing={missing} answer={submitAnswer} />
        </>
      ) : null}
    </div>
  )
}

function Attached({ id, documents, mayWrite }: DocumentsPageProps['page']) {
  const { t } = useTranslation('interest')
  const href = useHref()
  const size = useFileSize()
  if (documents.length === 0) {
    return (
      <Card title={t('documents.attached')}>
        <p className="text-ink-soft">{t('documents.none')}</p>
      </Card>
    )
  }
  const columns = [
    {
      key: 'file',
      label: t('documents.files'),
      heads: true,
      cell: (row: (typeof documents)[number]) => (
        <a href={href(`/files/${row.id}`)} className="break-words">
          {row.fileName}
        </a>
      ),
    },
    {
      key: 'kind',
      label: t('documents.kind'),
      cell: (row: (typeof documents)[number]) => t(`documentKind.${row.kind}`),
    },
    {
      key: 'size',
      label: t('documents.size'),
      end: true,
      cell: (row: (typeof documents)[number]) => size(row.sizeBytes),
    },
    {
      key: 'remove',
      label: t('documents.remove'),
      end: true,
      cell: (row: (typeof documents)[number]) => (
        <Link
          to={href(`/my/interests/${id}/documents/${row.id}/remove`)}
          aria-label={t('documents.removeOf', { file: row.fileName })}
        >
          {t('documents.remove')}
        </Link>
      ),
    },
  ]
  return (
    <Card title={t('documents.attached')}>
      <Table
        plain
        captionHidden
        caption={t('documents.attached')}
        columns={mayWrite ? columns : columns.slice(0, 3)}
        rows={documents}
        rowKey={(row) => row.id}
      />
    </Card>
  )
}

function AttachForm({ id, answer }: { id: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('interest')
  const href = useHref()
  const labels = { kind: t('documents.kind'), files: t('documents.files') }
  return (
    <Card title={t('documents.add')}>
      <Form
        className="form"
        action={href(`/my/interests/${id}/documents`)}
        encType="multipart/form-data"
        answer={answer}
        labels={labels}
      >
        <SelectField
          name="kind"
          label={labels.kind}
          blank={null}
          value={INTEREST_DOCUMENT_KINDS[0]}
          choices={INTEREST_DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`documentKind.${kind}`) }))}
          required
        />
        <FileField
          name="files"
          label={labels.files}
          hint={t('documents.filesHint')}
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          multiple
          required
        />
        <div>
          <Button kind="outline">{t('documents.send')}</Button>
        </div>
      </Form>
    </Card>
  )
}

function Sending({ page, missing, answer }: Pick<DocumentsPageProps, 'page' | 'missing'> & { answer?: FormAnswer }) {
  const { t } = useTranslation('interest')
  const href = useHref()
  const labels = useInterestLabels()
  const gone = page.plots.filter(({ offered }) => !offered)
  const lacks = [
    ...missing.map(({ field }) => labels[field as keyof typeof labels] ?? field),
    ...(page.documents.length === 0 ? [t('submit.missingDocument')] : []),
    ...(page.emailConfirmed ? [] : [t('submit.confirmEmail')]),
    ...gone.map(({ code }) => t('submit.plotGone', { plot: code })),
  ]
  return (
    <Card title={t('submit.title')} kind={lacks.length === 0 ? 'asks' : 'plain'} id="submit">
      {lacks.length === 0 ? (
        <p>{t('submit.ready')}</p>
      ) : (
        <>
          <p className="font-semibold">{t('submit.missing')}</p>
          <ul className="list-disc pl-6">
            {lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </>
      )}
      <Form
        action={href(`/my/interests/${page.id}/submit`)}
        answer={answer}
        labels={labels}
        className="mt-4 grid gap-4"
      >
        <input type="hidden" name="version" value={page.version} />
        <div className="flex flex-wrap items-center gap-3">
          <Button whyNot={lacks.length > 0 ? t('submit.whyNot') : null}>{t('submit.send')}</Button>
          {missing.length > 0 ? (
            <ButtonLink to={href(`/my/interests/${page.id}`)} kind="outline">
              {t('submit.mend')}
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </Card>
  )
}
