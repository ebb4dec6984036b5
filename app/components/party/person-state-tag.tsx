import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { useTranslation } from '~/locales/use-translation'

const TONES = { active: 'pine', invited: 'sky', unconfirmed: 'sky', deactivated: 'brick' } as const satisfies Record<
  string,
  Tone
>

/** Where an account stands. */
export function PersonStateTag({ state }: { state: keyof typeof TONES }) {
  const { t } = useTranslation('admin')
  return <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>
}
