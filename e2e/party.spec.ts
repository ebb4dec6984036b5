// An organisation's people, its documents, notices, messages and who reads: as people do it, scripts on and off.
import { expect } from '@playwright/test'
import { LANGS, query, test } from './fixtures'
import { linkInMail } from './mail'

test('an owner invites a reader, who joins and sees what may be seen', async ({ page, signIn, visit, problems }) => {
  problems.allow(403, 404)
  await signIn('investor.vn')
  await visit('/vi/my/organization')
  await page.getByRole('link', { name: 'Mời thành viên' }).click()
  const email = `reader${Date.now()}@e2e.example`
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=role][value=reader]').check()
  await page.getByRole('button', { name: 'Gửi lời mời' }).click()
  await expect(page.getByText(email).first()).toBeVisible()
  const link = await linkInMail(email, 'member_invitation')
  await page.context().clearCookies({ name: 'cm_session' })
  await query(`DELETE FROM rate_limit WHERE key LIKE 'sign-in%'`)
  await visit(link)
  await page.locator('[name=fullName]').fill('Lê Thị Hoa')
  await page.locator('[name=password]').fill('rừng hồi trên núi đá')
  await page.locator('[name=passwordRepeat]').fill('rừng hồi trên núi đá')
  await page.locator('[name=consent]').check()
  await page.getByRole('button', { name: 'Nhận lời mời' }).click()
  await expect(page).toHaveURL(/\/my\/organization\/[0-9a-f-]+\?joined$/)
  await expect(page.getByRole('link', { name: 'Mời thành viên' })).toHaveCount(0)
  const own = new URL(page.url()).pathname
  await visit(`${own}/documents`)
  await visit(`${own}/invite`, 403)
  const [theirs] = await query<{ id: string }>(`SELECT id FROM "Organization" WHERE country = 'CN' LIMIT 1`)
  await visit(`/vi/my/organization/${theirs?.id}`, 404)
})

test('a message reaches the officer, who reads and answers it', async ({ page, signIn, visit }) => {
  const [row] = await query<{ number: string }>(
    `SELECT c.number FROM "CaseFile" c JOIN "Person" p ON p.id = c."officerId" JOIN "Organization" o ON o.id = c."organizationId"
     WHERE p.email LIKE 'officer@%' AND o.country = 'VN' AND c.state = 'in_assessment' OR c.state = 'awaiting_supplement' LIMIT 1`,
  )
  const number = row?.number ?? ''
  await signIn('investor.vn')
  await visit(`/vi/my/cases/${number}/messages`)
  await page.locator('[name=text]').fill('Xin hỏi hạn nộp?')
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(page.getByText('bên kia chưa đọc').last()).toBeVisible()
  await signIn('officer')
  await visit('/vi/my/notices?show=unread')
  await page
    .getByRole('button', { name: new RegExp(`Mở: ${number}`) })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`/office/cases/${number}/messages$`))
  const answer = `Ngày ghi trong giấy yêu cầu (${Date.now()}).`
  await page.locator('[name=text]').fill(answer)
  await page.getByRole('button', { name: 'Gửi' }).click()
  await signIn('investor.vn')
  await visit(`/vi/my/cases/${number}`)
  await expect(page.getByText(answer)).toBeVisible()
  // That the officer opened the case is kept, for the auditor alone.
  await signIn('auditor')
  await expect(async () => {
    await page.goto(`/vi/office/admin/access?case=${number}`)
    await expect(page.getByText(`/vi/office/cases/${number}/messages`).first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 10_000 })
})

for (const lang of LANGS) {
  test(`the pages stand in ${lang}`, async ({ signIn, visit }) => {
    await signIn('agent')
    for (const path of ['my/organization', 'my/notices', 'my/notices/preferences']) await visit(`/${lang}/${path}`)
    await signIn('admin')
    for (const path of ['office/admin/mail', 'office/admin/mail?state=kept']) await visit(`/${lang}/${path}`)
    await signIn('auditor')
    await visit(`/${lang}/office/admin/access`)
  })
}

test('rows that stand out, and acts beside each other, are read and pressed as others are', async ({
  signIn,
  visit,
}) => {
  await signIn('director')
  await visit('/en/office/zones/LS-IP-DONGBANH/capacity')
  await visit('/en/office/settings/divisions')
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('a wrong invitation keeps what was typed and says what is missing', async ({
    page,
    signIn,
    visit,
    problems,
  }) => {
    problems.allow(422)
    await signIn('investor.vn')
    await visit('/vi/my/organization')
    await page.getByRole('link', { name: 'Mời thành viên' }).click()
    await page.locator('[name=email]').fill('agent@e2e.example')
    await page.locator('[name=role][value=agent]').check()
    await page.getByRole('button', { name: 'Gửi lời mời' }).click()
    await expect(page.locator('.error-summary')).toContainText('Nội dung uỷ quyền')
    await expect(page.locator('[name=email]')).toHaveValue('agent@e2e.example')
  })
})
