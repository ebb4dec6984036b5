import type { MetaFunction } from '@remix-run/node'
import { langOfPath } from '~/components/kit/use-lang'
import type { OfficeAction } from '~/domain/case/office-action'
import { makeI18n } from '~/locales'

/** Title and description of an office page about one case. */
export const caseMeta =
  (action: OfficeAction | 'note' | null): MetaFunction =>
  ({ location, params }) => {
    const { t } = makeI18n(langOfPath(location.pathname))
    const about = t('case:office.case.title', { number: params.number ?? '' })
    return [
      { title: action ? `${t(`case:office.action.${action}`)} · ${about}` : about },
      { name: 'description', content: action ? t(`case:office.help.${action}`) : t('case:office.case.description') },
    ]
  }
