import { type Temper, tempers } from "../deck.ts";

/** What people call the parts of a deck, in their tables and above their lists. */
export type Part = "title" | "line" | "temper" | "id" | "cue";

const parts: Readonly<Record<Part, readonly string[]>> = {
  title: "title titles topic topics prompt prompts text 题目 标题 话题 题 文字 内容".split(" "),
  line: [
    ..."line lines cut-in cut-ins objection objections says 台词 插话 打断 客户台词 客户的话 客户说".split(
      " ",
    ),
    "client line",
    "client lines",
    "client says",
  ],
  temper: "temper tempers mood 脾气 客户脾气 态度".split(" "),
  id: "id ids key 编号 标识".split(" "),
  cue: "cue cues 突发状况 状况".split(" "),
};

const temperNames: Readonly<Record<Temper, readonly string[]>> = {
  busy: "busy hurried 忙 赶时间 很忙 着急".split(" "),
  sceptical: "sceptical skeptical doubtful 怀疑 不信 多疑 将信将疑".split(" "),
  hostile: "hostile cold rude 敌意 不客气 强硬 凶 冷淡".split(" "),
  technical: "technical detail details 技术 懂行 较真 抠细节".split(" "),
  price: "price money cost 价格 砍价 嫌贵 谈钱".split(" "),
  "off-topic": ["off-topic", "off topic", "offtopic", ..."跑题 岔开 闲聊 走神".split(" ")],
};

const byName = <T extends string>(names: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> =>
  new Map((Object.keys(names) as T[]).flatMap((key) => names[key].map((name) => [name, key] as const)));

const partByName = byName(parts);
const temperByName = byName(temperNames);

const plain = (text: string): string =>
  text.length > 40
    ? ""
    : text
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[\p{Cf}:*_#“”"]/gu, "")
        .replace(/\s+/g, " ")
        .trim();

/** The part of a deck that a heading names, or null. */
export const partNamed = (text: string): Part | null => partByName.get(plain(text)) ?? null;

/** The temper that a word names, or null. */
export const temperNamed = (text: string): Temper | null => temperByName.get(plain(text)) ?? null;

export const allTempers: string = tempers.join(", ");
