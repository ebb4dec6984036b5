import { useLang } from '~/components/kit/use-lang'
import { isUnofficial, type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

/** A published text in the page's language, marked where the wording is our translation. */
export function SourcedText({ text, mark = true }: { text: Text; mark?: boolean }) {
  const { t } = useTranslation('procedure')
  const lang = useLang()
  return (
    <>
      {textIn(text, lang)}
      {mark && isUnofficial(text, lang) ? (
        <small className="text-ink-soft" title={t('unofficial')}>
          {' '}
          ({t('translated')})
        </small>
      ) : null}
    </>
  )
}
