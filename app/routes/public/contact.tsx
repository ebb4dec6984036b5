import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { TextPage } from '~/components/party/text-page'
import { keepUntil } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  return data({ meta: pageMeta(lang, 'public', 'contact') }, { headers: keepUntil(now) })
}

export default function Contact() {
  const { t } = useTranslation('public')
  const href = useHref()
  const sections = t('contact.sections', { returnObjects: true })
  return (
    <TextPage title={t('contact.title')} intro={t('contact.intro')} sections={sections}>
      <NoticeBanner>{t('contact.demoNote')}</NoticeBanner>
      <Card title={t('contact.office')}>
        <p className="text-ink-soft">{t('contact.officeNote')}</p>
        <Facts items={t('contact.particulars', { returnObjects: true })} />
        <div className="actions">
          <ButtonLink to={href('/enquiry')}>{t('contact.ask')}</ButtonLink>
        </div>
      </Card>
    </TextPage>
  )
}
