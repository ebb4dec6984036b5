import { Details } from '~/components/kit/details'
import { SelectField, TextAreaField, TextField } from '~/components/kit/field'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useLang } from '~/components/kit/use-lang'
import type { Words } from '~/domain/case/letter'
import { SUPPLEMENT_TYPES } from '~/domain/case/supplement'
import { textIn } from '~/domain/text'
import { SUPPLEMENT_ROWS } from '~/forms/case'
import { useTranslation } from '~/locales/use-translation'

interface SupplementFieldsProps {
  choices: { second: boolean; about: { key: string; what: Words; accepted: boolean }[] } | null
}

/** Rows in sight; the others are opened where they are needed. */
const FIRST_ROWS = 3

/** The items of a request, and why a second one is needed in this stage. */
export function SupplementFields({ choices }: SupplementFieldsProps) {
  const { t } = useTranslation('casework')
  return (
    <>
      {choices?.second ? (
        <>
          <NoticeBanner tone="amber">{t('supplement.second')}</NoticeBanner>
          <TextAreaField name="secondReason" label={t('supplement.secondReason')} rows={2} maxLength={2000} />
        </>
      ) : null}
      {SUPPLEMENT_ROWS.slice(0, FIRST_ROWS).map((n) => (
        <Row key={n} n={n} choices={choices} />
      ))}
      <Details summary={t('supplement.more')}>
        <div className="grid gap-4">
          {SUPPLEMENT_ROWS.slice(FIRST_ROWS).map((n) => (
            <Row key={n} n={n} choices={choices} />
          ))}
        </div>
      </Details>
    </>
  )
}

function Row({ n, choices }: { n: number } & SupplementFieldsProps) {
  const { t } = useTranslation(['casework', 'case'])
  const lang = useLang()
  const about = (choices?.about ?? []).map(({ key, what, accepted }) => {
    const said = typeof what === 'string' ? what : textIn(what, lang)
    return { value: key, label: accepted ? t('supplement.accepted', { what: said }) : said }
  })
  return (
    <fieldset className="grid gap-x-4 gap-y-2 border-line border-b pb-3 sm:grid-cols-[2fr_3fr]">
      <legend className="sr-only">{t('case:office.form.what', { n })}</legend>
      <SelectField
        name={`type${n}`}
        label={t('supplement.kind')}
        blank={null}
        choices={SUPPLEMENT_TYPES.map((value) => ({ value, label: t(`supplement.type.${value}`) }))}
      />
      <TextField
        name={`what${n}`}
        label={t('case:office.form.what', { n })}
        required={n === 1 ? undefined : false}
        maxLength={300}
      />
      <SelectField
        name={`about${n}`}
        label={t('supplement.about')}
        required={false}
        blank={t('supplement.other')}
        choices={about}
      />
      <TextField name={`why${n}`} label={t('case:office.form.why')} required={false} maxLength={300} />
      {about.length > 0 ? (
        <TextField
          name={`again${n}`}
          label={t('supplement.again')}
          hint={n === 1 ? t('supplement.againHint') : undefined}
          required={false}
          className="sm:col-span-2"
          maxLength={300}
        />
      ) : null}
    </fieldset>
  )
}
