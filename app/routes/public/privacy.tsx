import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { TextPage } from '~/components/party/text-page'
import { keepUntil } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  return data({ meta: pageMeta(lang, 'public', 'privacy') }, { headers: keepUntil(now) })
}

export default function Privacy() {
  const { t } = useTranslation('public')
  const sections = t('privacy.sections', { returnObjects: true })
  return (
    <TextPage title={t('privacy.title')} intro={t('privacy.intro')} sections={sections}>
      <NoticeBanner>{t('privacy.draftNote')}</NoticeBanner>
    </TextPage>
  )
}
