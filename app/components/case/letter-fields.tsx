import { Button } from '~/components/kit/button'
import { TextField } from '~/components/kit/field'
import { useHref } from '~/components/kit/use-lang'
import type { LetterAction } from '~/domain/case/office-action'
import { useTranslation } from '~/locales/use-translation'

/** The number a letter has in the office's register, where one was taken. */
export function LetterCodeField() {
  const { t } = useTranslation('casework')
  return (
    <TextField
      name="letterCode"
      label={t('letterCode')}
      hint={t('letterCodeHint')}
      required={false}
      width="medium"
      maxLength={60}
    />
  )
}

/** Shows in another tab what the form would issue: the same form, posted to the preview. */
export function PreviewButton({ number, action, whyNot }: { number: string; action: LetterAction; whyNot: boolean }) {
  const { t } = useTranslation('casework')
  const href = useHref()
  return (
    <Button
      kind="outline"
      name="preview"
      value="yes"
      formAction={href(`/office/cases/${number}/preview/${action}`)}
      formTarget="_blank"
      title={t('preview.note')}
      disabled={whyNot}
    >
      {t('preview.button')}
    </Button>
  )
}

interface Numbered {
  number: string | null
  officialCode: string | null
}

/** The number of an issued letter: the register's where it has one, beside the system's own. */
export function LetterNumber({ letter: { number, officialCode } }: { letter: Numbered }) {
  const { t } = useTranslation('casework')
  if (!number && !officialCode) return null
  const own = officialCode && number ? ` (${t('ownNumber', { number })})` : ''
  return <>{`${t('number', { number: officialCode ?? number ?? '' })}${own} · `}</>
}
