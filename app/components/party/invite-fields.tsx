import { DayField } from '~/components/kit/day-field'
import { EmailField, FileField, RadioField, SelectField, TextField } from '~/components/kit/field'
import { MEMBER_ROLES } from '~/domain/party/permission'
import { LANGS } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

const LANG_NAMES = { vi: 'Tiếng Việt', en: 'English', zh: '中文（简体）' }

export function useInviteLabels() {
  const { t } = useTranslation('organization')
  return {
    email: t('invite.email'),
    lang: t('invite.lang'),
    role: t('member.role'),
    fromDay: t('mandate.from'),
    untilDay: t('mandate.last'),
    scope: t('mandate.scope'),
    files: t('mandate.paper'),
  }
}

/** Whom to invite, in which role; an agent's mandate below. */
export function InviteFields({ lang, today }: { lang: string; today: string }) {
  const { t } = useTranslation('organization')
  const { t: notice } = useTranslation('notice')
  const labels = useInviteLabels()
  return (
    <>
      <EmailField name="email" label={labels.email} hint={t('invite.emailHint')} autoComplete="off" required />
      <SelectField
        name="lang"
        label={labels.lang}
        blank={null}
        value={lang}
        choices={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
        required
      />
      <RadioField
        name="role"
        label={labels.role}
        value="member"
        choices={MEMBER_ROLES.map((value) => ({
          value,
          label: notice(`member.${value}`),
          hint: t(`roleHelp.${value}`),
        }))}
        required
      />
      <fieldset className="card grid gap-4">
        <legend className="font-semibold">{t('mandate.title')}</legend>
        <p className="hint">{t('mandate.text')}</p>
        <div className="flex flex-wrap gap-4">
          <DayField name="fromDay" label={labels.fromDay} value={today} />
          <DayField name="untilDay" label={labels.untilDay} min={today} />
        </div>
        <TextField name="scope" label={labels.scope} hint={t('mandate.scopeHint')} maxLength={300} />
        <FileField name="files" label={labels.files} hint={t('mandate.paperHint')} accept=".pdf,.png,.jpg,.jpeg" />
      </fieldset>
    </>
  )
}
