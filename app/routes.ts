import { index, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** Read by anybody. */
const publicPages = [
  index('routes/public/home.tsx'),
  route('plots', 'routes/public/plots.tsx'),
  route('plots/:code', 'routes/public/plot.tsx'),
  route('plots/:code/sheet', 'routes/public/plot-sheet.ts'),
  route('compare', 'routes/public/compare.tsx'),
  route('basket', 'routes/public/basket.tsx'),
  route('basket/plots.csv', 'routes/public/basket-csv.ts'),
  route('match', 'routes/public/match.tsx'),
  route('zones', 'routes/public/zones.tsx'),
  route('zones/:code', 'routes/public/zone.tsx'),
  route('opportunities', 'routes/public/opportunities.tsx'),
  route('totals', 'routes/public/totals.tsx'),
  route('data', 'routes/public/data.tsx'),
  route('enquiry', 'routes/public/enquiry.tsx'),
  route('procedures', 'routes/public/procedures.tsx'),
  route('procedures/:code', 'routes/public/procedure.tsx'),
  route('receipts/:number', 'routes/public/receipt.tsx'),
  route('verify/:code?', 'routes/public/verify.tsx'),
  route('privacy', 'routes/public/privacy.tsx'),
  route('terms', 'routes/public/terms.tsx'),
  route('contact', 'routes/public/contact.tsx'),
]

/** Accounts: registering, signing in, links from mails. */
const accountPages = [
  route('register', 'routes/public/register.tsx'),
  route('sign-in', 'routes/public/sign-in.tsx'),
  route('sign-out', 'routes/public/sign-out.tsx'),
  route('confirm-email/:token', 'routes/public/confirm-email.tsx'),
  route('forgot-password', 'routes/public/forgot-password.tsx'),
  route('reset-password/:token', 'routes/public/reset-password.tsx'),
  route('needs/:token/stop', 'routes/public/need-stop.tsx'),
  route('consultations/:token', 'routes/public/consultation.tsx'),
  route('consultations/:token/files/:id', 'routes/public/consultation-file.ts'),
  route('invitation/:token', 'routes/public/invitation.tsx'),
  route('join/:token', 'routes/public/join.tsx'),
]

/** The investor's own pages. */
const myPages = [
  route('my', 'routes/my/home.tsx'),
  route('my/organization', 'routes/my/organizations.tsx'),
  route('my/organization/:id', 'routes/my/organization.tsx'),
  route('my/organization/:id/invite', 'routes/my/member-invite.tsx'),
  route('my/organization/:id/invitations/:invitationId/withdraw', 'routes/my/invitation-withdraw.tsx'),
  route('my/organization/:id/members/:membershipId/role', 'routes/my/member-role.tsx'),
  route('my/organization/:id/members/:membershipId/end', 'routes/my/member-end.tsx'),
  route('my/needs', 'routes/my/needs.tsx'),
  route('my/needs/new', 'routes/my/need-new.tsx'),
  route('my/needs/:id', 'routes/my/need.tsx'),
  route('my/needs/:id/archive', 'routes/my/need-archive.ts'),
  route('my/needs/:id/runs', 'routes/my/need-runs.ts'),
  route('my/runs/new', 'routes/my/run-new.tsx'),
  route('my/runs/:code', 'routes/my/run.tsx'),
  route('my/interests/new', 'routes/my/interest-new.tsx'),
  route('my/interests/:id', 'routes/my/interest.tsx'),
  route('my/interests/:id/autosave', 'routes/my/interest-autosave.ts'),
  route('my/interests/:id/documents', 'routes/my/interest-documents.tsx'),
  route('my/interests/:id/documents/:documentId/remove', 'routes/my/interest-document-remove.tsx'),
  route('my/interests/:id/uploads', 'routes/my/interest-uploads.ts'),
  route('my/interests/:id/uploads/:uploadId', 'routes/my/interest-upload.ts'),
  route('my/interests/:id/uploads/:uploadId/remove', 'routes/my/interest-upload-remove.ts'),
  route('my/interests/:id/submit', 'routes/my/interest-submit.tsx'),
  route('my/cases/:number', 'routes/my/case.tsx'),
  route('my/cases/:number/receipt', 'routes/my/receipt-pdf.ts'),
  route('my/cases/:number/supplement', 'routes/my/supplement.tsx'),
  route('my/cases/:number/extension', 'routes/my/extension.tsx'),
  route('my/cases/:number/withdraw', 'routes/my/withdraw.tsx'),
]

/** Keeping land true: the same pages for the office and, over its own zones, a developer's desk. */
const keptLand = (area: string) => {
  const page = (path: string, file: string) => route(path, file, { id: `${area}/${path}` })
  return [
    page('plots', 'routes/office/plots.tsx'),
    page('plots/new', 'routes/office/plot-new.tsx'),
    page('plots/export', 'routes/office/plots-export.ts'),
    page('plots/bulk', 'routes/office/plots-bulk.tsx'),
    page('plots/split', 'routes/office/plots-split.tsx'),
    page('plots/merge', 'routes/office/plots-merge.tsx'),
    page('plots/realign', 'routes/office/plots-realign.tsx'),
    page('imports', 'routes/office/imports.tsx'),
    page('imports/new', 'routes/office/import-new.tsx'),
    page('imports/template/:format', 'routes/office/import-template.ts'),
    page('imports/:number', 'routes/office/import.tsx'),
    page('imports/:number/rejected', 'routes/office/import-rejected.ts'),
    page('plots/:code', 'routes/office/plot.tsx'),
    page('plots/:code/candidates', 'routes/office/plot-candidates.tsx'),
    page('plots/:code/publish', 'routes/office/plot-publish.tsx'),
    page('plots/:code/vertices', 'routes/office/plot-vertices.tsx'),
    page('zones/:code/capacity', 'routes/office/zone-capacity.tsx'),
    page('zones/:code/capacity/new', 'routes/office/node-new.tsx'),
    page('zones/:code/capacity/:nodeId', 'routes/office/node.tsx'),
    page('zones/:code/capacity/:nodeId/plots', 'routes/office/node-plots.tsx'),
    page('plots/:code/facts', 'routes/office/plot-facts.tsx'),
    page('plots/:code/readiness', 'routes/office/plot-readiness.tsx'),
    page('plots/:code/readiness/:recordId/withdraw', 'routes/office/rung-withdraw.tsx'),
    page('zones/:code/facts', 'routes/office/zone-facts.tsx'),
    page('zones/:code/settings', 'routes/office/zone-settings.tsx'),
    page('facts', 'routes/office/facts.tsx'),
  ]
}

/** The zone developer's desk. */
const deskPages = [route('desk', 'routes/desk/home.tsx'), ...prefix('desk', keptLand('desk'))]

/** The investment office, and the agencies that take part. */
const officePages = [
  route('office', 'routes/office/inbox.tsx'),
  route('office/cases/:number', 'routes/office/case.tsx'),
  route('office/cases/:number/preview/:action', 'routes/office/letter-preview.ts'),
  route('office/cases/:number/receive', 'routes/office/receive.tsx'),
  route('office/cases/:number/return', 'routes/office/return.tsx'),
  route('office/cases/:number/refuse', 'routes/office/refuse.tsx'),
  route('office/cases/:number/assign', 'routes/office/assign.tsx'),
  route('office/cases/:number/check', 'routes/office/check.tsx'),
  route('office/cases/:number/supplement', 'routes/office/supplement.tsx'),
  route('office/cases/:number/consult', 'routes/office/consult.tsx'),
  route('office/cases/:number/consultations/:id', 'routes/office/consultation-extend.tsx'),
  route('office/cases/:number/conclude', 'routes/office/conclude.tsx'),
  route('office/cases/:number/lapse', 'routes/office/lapse.tsx'),
  route('office/cases/:number/extension', 'routes/office/extension.tsx'),
  route('office/cases/:number/suspend', 'routes/office/suspend.tsx'),
  route('office/cases/:number/resume', 'routes/office/resume.tsx'),
  route('office/cases/:number/apologise', 'routes/office/apologise.tsx'),
  route('office/cases/:number/recommend', 'routes/office/recommend.tsx'),
  route('office/cases/:number/review', 'routes/office/review.tsx'),
  route('office/cases/:number/decide', 'routes/office/decide.tsx'),
  route('office/cases/:number/decline', 'routes/office/decline.tsx'),
  route('office/cases/:number/send-back', 'routes/office/send-back.tsx'),
  route('office/cases/:number/note', 'routes/office/note.tsx'),
  route('office/cases/:number/close', 'routes/office/close.tsx'),
  route('office/duplicates', 'routes/office/duplicates.tsx'),
  route('office/duplicates/:id', 'routes/office/duplicate.tsx'),
  route('office/steps', 'routes/office/steps.tsx'),
  route('office/steps/:id', 'routes/office/step.tsx'),
  ...prefix('office', keptLand('office')),
  route('office/figures', 'routes/office/figures.tsx'),
  route('office/figures/new', 'routes/office/figure-new.tsx'),
  route('office/figures/:id', 'routes/office/figure.tsx'),
  route('office/figures/:id/take-back', 'routes/office/figure-take-back.tsx'),
  route('office/settings', 'routes/office/settings.tsx'),
  route('office/enquiries', 'routes/office/enquiries.tsx'),
  route('office/enquiries/:number', 'routes/office/enquiry.tsx'),
  route('office/admin/people', 'routes/office/people.tsx'),
  route('office/admin/people/new', 'routes/office/person-new.tsx'),
  route('office/admin/people/:id', 'routes/office/person.tsx'),
  route('office/admin/people/:id/roles/new', 'routes/office/person-role.tsx'),
  route('office/admin/people/:id/roles/:grantId/end', 'routes/office/person-role-end.tsx'),
  route('office/admin/people/:id/deactivate', 'routes/office/person-deactivate.tsx'),
  route('office/admin/people/:id/reactivate', 'routes/office/person-reactivate.tsx'),
  route('office/admin/calendar', 'routes/office/calendar.tsx'),
  route('office/admin/audit', 'routes/office/audit.tsx'),
  route('office/admin/audit/check', 'routes/office/audit-check.tsx'),
]

/** Files of a case: to those who may see the case. */
const filePages = [route('files/:id', 'routes/my/file.ts'), route('letters/:id', 'routes/my/letter.ts')]

/** Long work somebody asked for: theirs alone. */
const jobPages = [
  route('jobs', 'routes/my/jobs.tsx'),
  route('jobs/:id', 'routes/my/job.tsx'),
  route('jobs/:id/file', 'routes/my/job-file.ts'),
]

/** Programs. */
const api = [
  route('zones', 'routes/api/zones.ts'),
  route('zones.geojson', 'routes/api/zones-geojson.ts'),
  route('zones/:code', 'routes/api/zone.ts'),
  route('totals', 'routes/api/totals.ts'),
  route('places', 'routes/api/places.ts'),
  route('plots', 'routes/api/plots.ts'),
  route('plots.geojson', 'routes/api/plots-geojson.ts'),
  route('plots.csv', 'routes/api/plots-csv.ts'),
  route('plots/:code', 'routes/api/plot.ts'),
  route('calendar', 'routes/api/calendar.ts'),
  route('clock', 'routes/api/clock.ts'),
  route('procedures', 'routes/api/procedures.ts'),
  route('roadmap', 'routes/api/roadmap.ts'),
  route('match', 'routes/api/match.ts'),
  route('receipts/:number', 'routes/api/receipt.ts'),
  route('openapi.json', 'routes/api/openapi.ts'),
  route('*', 'routes/api/unknown.ts'),
]

export default [
  index('routes/public/language.ts'),
  route('robots.txt', 'routes/public/robots.ts'),
  route('sitemap.xml', 'routes/public/sitemap.ts', { id: 'sitemap' }),
  route('sitemaps/:part', 'routes/public/sitemap.ts', { id: 'sitemap-part' }),
  route('demo/mail', 'routes/public/demo-mail.tsx'),
  route('tiles/marks', 'routes/map/marks.ts'),
  route('tiles/:z/:x/:file', 'routes/map/tile.ts'),
  ...prefix('api/v1', api),
  route(':lang', 'routes/lang.tsx', [
    ...publicPages,
    ...accountPages,
    ...myPages,
    ...deskPages,
    ...officePages,
    ...filePages,
    ...jobPages,
    route('*', 'routes/public/not-found.tsx'),
  ]),
] satisfies RouteConfig
