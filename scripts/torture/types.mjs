/**
 * What the parts of the torture hand to each other.
 *
 * @import { BrowserContext, Page } from "playwright-core"
 *
 * @typedef {"recording" | "stopped" | "go" | "cue" | "piece" | "stored" | "opened" | "dataLoss"} Sight what the witness in the page saw
 * @typedef {{ what: Sight, at: number, text: string }} Seen `at` in milliseconds since 1970 UTC
 *
 * @typedef {object} Life one Chromium, from its start until it is killed
 * @property {number} pid
 * @property {BrowserContext} context
 * @property {Page} page
 * @property {Seen[]} seen
 * @property {string[]} faults what the page complained of
 *
 * @typedef {object} Fate how a life ended, and what the next one must find
 * @property {string} killed the moment, in words
 * @property {{ title: string, began: number, ended: number, cues: Seen[], trail: string } | null} take what was being said
 * @property {Map<string, "whole" | "may be gone">} touched takes that were being deleted or undeleted
 * @property {Map<string, string>} [coming] takes that were being restored, with the checksum of their sound
 *
 * @typedef {object} Sound one recording, as the browser reads it past the app
 * @property {string} sha256
 * @property {number | null} decoded seconds; null when it cannot be decoded
 * @property {number | null} seeked where half of it was sought; null when it could not be
 *
 * @typedef {object} Row one run, judged
 * @property {number} run
 * @property {string} killed
 * @property {number | null} said seconds
 * @property {number | null} back seconds
 * @property {number | null} lost seconds
 * @property {boolean} missing
 * @property {number} unreadable
 * @property {string} cues
 * @property {number} older
 * @property {string[]} faults
 * @property {"" | "nothing said yet" | "finished" | "recovered"} came what became of the take that was being said
 *
 * @typedef {object} Found everything that is stored
 * @property {[string, unknown][]} takes
 * @property {[string, Sound][]} audio
 * @property {[string, { count: number, least: number, most: number }][]} peaks
 * @property {string[]} drafts
 * @property {string[]} chunks
 */
export {};
