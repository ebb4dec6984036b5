import type { MetaFunction } from '@remix-run/node'
import { langOfPath } from '~/components/kit/use-lang'
import type { HoldMove } from '~/domain/land/hold'
import { makeI18n } from '~/locales'

/** Title and description of a page that changes a case's hold. */
export const holdMeta =
  (move: HoldMove): MetaFunction =>
  ({ location, params }) => {
    const { t } = makeI18n(langOfPath(location.pathname))
    const about = t('case:office.case.title', { number: params.number ?? '' })
    return [
      { title: `${t(`hold:action.${move}`)} · ${about}` },
      { name: 'description', content: t('hold:description') },
    ]
  }
