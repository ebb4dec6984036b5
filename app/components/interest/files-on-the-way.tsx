import { Form as RemixForm } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { useFileSize } from '~/components/kit/file-size'
import { RefusalText } from '~/components/kit/refusal-text'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { InterestDocumentKind } from '~/domain/interest/draft'
import type { UploadState } from '~/domain/interest/upload'
import type { RefusalCode } from '~/domain/refusal'
import { useTranslation } from '~/locales/use-translation'
import type { Sending } from './use-uploads'

export interface UploadRow {
  id: string
  kind: InterestDocumentKind
  fileName: string
  sizeBytes: number
  receivedBytes: number
  state: UploadState
  failure: { code: RefusalCode; values?: Record<string, string | number> } | null
}

const TONES = {
  waiting: 'neutral',
  uploading: 'sky',
  broken: 'amber',
  paused: 'amber',
  checking: 'sky',
  kept: 'pine',
  failed: 'brick',
} as const

interface FilesOnTheWayProps {
  /** The interest. */
  id: string
  /** What the page was told of: came in part, or failed. */
  uploads: readonly UploadRow[]
  /** What this page sends. */
  sending: readonly Sending[]
  forget: (key: number) => void
}

/** Each file on its way with its state, how much of it came, and what can be done. */
export function FilesOnTheWay({ id, uploads, sending, forget }: FilesOnTheWayProps) {
  const { t } = useTranslation('upload')
  const here = new Set(sending.flatMap((file) => file.id ?? []))
  const before = uploads.filter((upload) => !here.has(upload.id))
  if (before.length === 0 && sending.length === 0) return null
  return (
    <Card title={t('title')} id="uploads">
      <ul className="grid gap-4">
        {before.map((upload) => (
          <OneFile
            key={upload.id}
            interestId={id}
            file={{ ...upload, sentBytes: upload.receivedBytes }}
            state={upload.state === 'uploading' ? 'paused' : upload.state}
            onDrop={null}
          />
        ))}
        {sending.map((file) => (
          <OneFile
            key={file.key}
            interestId={id}
            file={file}
            state={file.state}
            onDrop={file.state === 'failed' || file.state === 'kept' ? () => forget(file.key) : null}
          />
        ))}
      </ul>
    </Card>
  )
}

interface OneFileProps {
  interestId: string
  file: Pick<Sending, 'fileName' | 'sizeBytes' | 'sentBytes' | 'failure'> & { id: string | null }
  state: keyof typeof TONES
  onDrop: (() => void) | null
}

function OneFile({ interestId, file, state, onDrop }: OneFileProps) {
  const { t } = useTranslation('upload')
  const href = useHref()
  const size = useFileSize()
  const percent = file.sizeBytes === 0 ? 0 : Math.floor((100 * file.sentBytes) / file.sizeBytes)
  const stands = state === 'failed' || state === 'paused' || state === 'checking'
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium break-all">{file.fileName}</span>
        <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>
        <span className="text-sm text-ink-soft">
          {t('progress', { sent: size(file.sentBytes), all: size(file.sizeBytes), percent })}
        </span>
      </div>
      {state === 'kept' || state === 'failed' ? null : (
        <progress className="upload-bar" max={file.sizeBytes} value={file.sentBytes} aria-label={file.fileName} />
      )}
      <p role="status" className="text-sm">
        {state === 'failed' && file.failure ? (
          <span className="text-brick">
            <RefusalText code={file.failure.code} values={file.failure.values} />
          </span>
        ) : state === 'paused' ? (
          t('cure.paused')
        ) : state === 'broken' ? (
          t('cure.broken')
        ) : null}
      </p>
      {file.id && stands ? (
        <RemixForm
          method="post"
          action={href(`/my/interests/${interestId}/uploads/${file.id}/remove`)}
          onSubmit={() => onDrop?.()}
        >
          <Button kind="quiet" aria-label={t('removeOf', { file: file.fileName })}>
            {t('remove')}
          </Button>
        </RemixForm>
      ) : onDrop ? (
        <span>
          <Button
            type="button"
            kind="quiet"
            onClick={onDrop}
            aria-label={t(state === 'failed' ? 'removeOf' : 'hideOf', { file: file.fileName })}
          >
            {t(state === 'failed' ? 'remove' : 'hide')}
          </Button>
        </span>
      ) : null}
    </li>
  )
}
