import { type ComponentProps, type FormEvent, useCallback } from 'react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { FileField, SelectField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import type { RetiredPlot } from '~/components/land/retired-notice'
import { INTEREST_DOCUMENT_KINDS } from '~/domain/interest/draft'
import type { EditionNumber } from '~/domain/interest/edition'
import type { FormAnswer, FormError } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { type AttachedDocument, AttachedDocuments } from './attached-documents'
import { FilesOnTheWay, type UploadRow } from './files-on-the-way'
import { FormChanges } from './form-changes'
import { InterestHead } from './interest-head'
import { KeptDocuments } from './kept-documents'
import { OwnOpenInterest } from './own-open-interest'
import { useInterestLabels } from './use-labels'
import { type Sending, useUploads } from './use-uploads'

interface DocumentsPageProps {
  page: {
    id: string
    version: number
    organizationId: string
    organizationName: string
    mayWrite: boolean
    emailConfirmed: boolean
    zone: { name: string }
    appealOf: string | null
    plots: readonly { code: string; offered: boolean; illustrative: boolean }[]
    retired: readonly RetiredPlot[]
    role: 'tenant' | 'developer'
    documents: readonly AttachedDocument[]
    uploads: readonly UploadRow[]
    since: readonly { edition: EditionNumber; asks: readonly string[] }[]
  }
  /** The organisation's open cases it resembles. */
  own: ComponentProps<typeof OwnOpenInterest>['cases']
  /** Fields of the project that are missing or wrong. */
  missing: readonly FormError[]
  /** The answer to a file that was not taken. */
  attachAnswer?: FormAnswer
  /** Documents the organisation keeps: used in this draft, and the others. */
  kept: Pick<Parameters<typeof KeptDocuments>[0], 'used' | 'others'>
  /** The answer to an interest that could not be sent. */
  submitAnswer?: FormAnswer
}

/** The second page of an interest: its documents, and its sending. */
export function DocumentsPage({ page, own, missing, kept, attachAnswer, submitAnswer }: DocumentsPageProps) {
  const { t } = useTranslation('interest')
  const href = useHref()
  const { t: ofAppeal } = useTranslation('appeal')
  const { files, add, forget } = useUploads(href(`/my/interests/${page.id}/uploads`), page.uploads)
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <InterestHead
        {...page}
        title={page.appealOf ? ofAppeal('documents', { number: page.appealOf }) : t('documents.title')}
        at="documents"
      />
      <FormChanges since={page.since} />
      <AttachedDocuments {...page} />
      {page.mayWrite ? (
        <>
          <FilesOnTheWay id={page.id} uploads={page.uploads} sending={files} forget={forget} />
          <AttachForm
            id={page.id}
            documents={page.documents.filter((document) => !document.kept)}
            answer={attachAnswer}
            add={add}
          />
          <KeptDocuments interestId={page.id} organizationId={page.organizationId} {...kept} />
          <OwnOpenInterest cases={own} />
          <SendingCard page={page} missing={missing} answer={submitAnswer} sending={files} />
        </>
      ) : null}
    </div>
  )
}

interface AttachFormProps {
  id: string
  documents: readonly AttachedDocument[]
  answer: FormAnswer | undefined
  add: ReturnType<typeof useUploads>['add']
}

/** Files to attach. With scripts they go piece by piece; without, the form posts them whole. */
function AttachForm({ id, documents, answer, add }: AttachFormProps) {
  const { t } = useTranslation('interest')
  const { t: ofUpload } = useTranslation('upload')
  const href = useHref()
  const labels = { kind: t('documents.kind'), files: t('documents.files'), supersedes: ofUpload('supersedes') }
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const form = event.currentTarget
      const data = new FormData(form)
      const files = data.getAll('files').filter((file): file is File => file instanceof File && file.name !== '')
      if (files.length === 0) return
      event.preventDefault()
      add(files, { kind: String(data.get('kind')), supersedes: String(data.get('supersedes') ?? '') })
      form.reset()
    },
    [add],
  )
  return (
    <Card title={t('documents.add')}>
      <Form
        className="form"
        action={href(`/my/interests/${id}/documents`)}
        encType="multipart/form-data"
        answer={answer}
        labels={labels}
        onSubmit={onSubmit}
      >
        <SelectField
          name="kind"
          label={labels.kind}
          blank={null}
          value={INTEREST_DOCUMENT_KINDS[0]}
          choices={INTEREST_DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`documentKind.${kind}`) }))}
          required
        />
        {documents.length > 0 ? (
          <SelectField
            name="supersedes"
            label={labels.supersedes}
            hint={ofUpload('supersedesHint')}
            blank={ofUpload('ownDocument')}
            choices={documents.map((document) => ({ value: document.id, label: document.fileName }))}
            required={false}
          />
        ) : null}
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

interface SendingCardProps extends Pick<DocumentsPageProps, 'page' | 'missing'> {
  answer: FormAnswer | undefined
  sending: readonly Sending[]
}

function SendingCard({ page, missing, answer, sending }: SendingCardProps) {
  const { t } = useTranslation('interest')
  const { t: ofUpload } = useTranslation('upload')
  const href = useHref()
  const labels = useInterestLabels()
  const gone = page.appealOf ? [] : page.plots.filter(({ offered }) => !offered)
  const lacks = [
    ...missing.map(({ field }) => labels[field as keyof typeof labels] ?? field),
    ...(page.since.length > 0 ? [ofUpload('formChanged')] : []),
    ...[...names(page.uploads, sending, 'failed')].map((file) => ofUpload('lackFailed', { file })),
    ...[...names(page.uploads, sending, 'open')].map((file) => ofUpload('lackOpen', { file })),
    ...(page.documents.length === 0 && !page.appealOf ? [t('submit.missingDocument')] : []),
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
        <GuardField value={page.version} answer={answer} />
        <div className="flex flex-wrap items-center gap-3">
          <Button whyNot={lacks.length > 0 ? t('submit.whyNot') : null}>{t('submit.send')}</Button>
          {missing.length > 0 || page.since.length > 0 ? (
            <ButtonLink to={href(`/my/interests/${page.id}`)} kind="outline">
              {t('submit.mend')}
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </Card>
  )
}

/** Files that failed, or are unfinished, wherever they are known from. */
function names(uploads: readonly UploadRow[], sending: readonly Sending[], which: 'failed' | 'open'): Set<string> {
  const here = new Map(sending.flatMap((file) => (file.id ? [[file.id, file.state] as const] : [])))
  const states = [
    ...uploads.map((upload) => [upload.fileName, here.get(upload.id) ?? upload.state] as const),
    ...sending
      .filter(({ id }) => !uploads.some((upload) => upload.id === id))
      .map((file) => [file.fileName, file.state] as const),
  ]
  return new Set(
    states
      .filter(([, state]) => state !== 'kept' && (state === 'failed') === (which === 'failed'))
      .map(([fileName]) => fileName),
  )
}
