import { useTranslation } from '~/locales/use-translation'

/** What a recorded act is called; acts of a later edition have a word in common. */
export function useActWord(): (act: string) => string {
  const { t, i18n } = useTranslation('case')
  return (act) => {
    const key = `office.act.${act.replace('.', '_')}`
    return i18n.exists(key, { ns: 'case' }) ? (t as (key: string) => string)(key) : t('office.act.other')
  }
}

/** A role by its name in the language of the page. */
export function useWho(): (role: string) => string {
  const { t, i18n } = useTranslation('case')
  return (role) => {
    const key = `office.who.${role}`
    return i18n.exists(key, { ns: 'case' }) ? (t as (key: string) => string)(key) : role
  }
}
