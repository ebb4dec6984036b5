import absence from './absence.json'
import access from './access.json'
import admin from './admin.json'
import appeal from './appeal.json'
import capacity from './capacity.json'
import caseFile from './case.json'
import casework from './casework.json'
import common from './common.json'
import consultation from './consultation.json'
import data from './data.json'
import desk from './desk.json'
import documents from './documents.json'
import draft from './draft.json'
import duplicate from './duplicate.json'
import facts from './facts.json'
import hold from './hold.json'
import inbox from './inbox.json'
import incentive from './incentive.json'
import interest from './interest.json'
import inventory from './inventory.json'
import land from './land.json'
import map from './map.json'
import match from './match.json'
import messages from './messages.json'
import need from './need.json'
import notice from './notice.json'
import notices from './notices.json'
import opportunity from './opportunity.json'
import organization from './organization.json'
import party from './party.json'
import place from './place.json'
import plot from './plot.json'
import procedure from './procedure.json'
import publicPages from './public.json'
import refusal from './refusal.json'
import report from './report.json'
import setting from './setting.json'
import sheet from './sheet.json'
import signing from './signing.json'
import stale from './stale.json'
import time from './time.json'
import totals from './totals.json'
import upload from './upload.json'

/** Every sentence of the language, by namespace. */
export const en = {
  access,
  absence,
  admin,
  appeal,
  capacity,
  case: caseFile,
  casework,
  common,
  consultation,
  data,
  desk,
  documents,
  draft,
  duplicate,
  facts,
  hold,
  inbox,
  incentive,
  interest,
  inventory,
  land,
  match,
  messages,
  map,
  need,
  notice,
  notices,
  opportunity,
  organization,
  party,
  place,
  plot,
  procedure,
  public: publicPages,
  refusal,
  report,
  setting,
  sheet,
  signing,
  stale,
  time,
  totals,
  upload,
}
