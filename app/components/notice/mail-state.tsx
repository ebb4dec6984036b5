import { StatusTag } from '~/components/kit/status-tag'
import { useTranslation } from '~/locales/use-translation'

export type MailState = 'none' | 'waiting' | 'queued' | 'sent' | 'failed' | 'kept'

/** What became of the mail of a notice; a failure is not to be overlooked. */
export function MailStateText({ state }: { state: MailState }) {
  const { t } = useTranslation('notices')
  return state === 'failed' ? (
    <StatusTag tone="brick">{t('mailState.failed')}</StatusTag>
  ) : (
    <span>{t(`mailState.${state}`)}</span>
  )
}
