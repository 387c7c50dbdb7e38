import type { Words } from "../words.ts";

export const app: Words["app"] = {
  name: "脱稿",
  nav: "主导航",
  home: "首页",
  takes: "录音",
  settings: "设置",
  skip: "跳到正文",
  loading: "稍等……",
  language: "语言",
  notFound: "这个地址什么也没有。",
  notFoundWhy: (path) => `“${path}”不是脱稿的页面，也许新版本里才有。`,
  toHome: "回首页",
  broke: "这一页出错了。",
  brokeWhat: "你的录音都还在。请重新加载；要是又出错，请把下面这几个字报给我们。",
  reload: "重新加载",
};

export const home: Words["home"] = {
  tagline: "一个题目，不带稿，张口就讲。",
  start: "开始今天的十分钟",
  plan: "一共三轮：先安安静静讲一轮，客户再上桌。",
  microphone: "浏览器会问你要麦克风。你说的话不出这台电脑。",
  totalLabel: () => "条录音",
  next: (round) => `下一个整数：${round}`,
  none: "这本事看不会，只能讲会。第一条一定磕磕巴巴，没关系，它就是干这个用的。",
  last: "上一次",
  again: "再听一遍",
  people: "练完了，出门去见人，别老对着屏幕。",
  emptied: "浏览器发现自己的存储坏了，把它清空了：存在这里的录音没了。有备份的话，现在就恢复。",
  storage: {
    unavailable: "这个窗口存不下东西：可能是无痕模式，或者关掉了存储。可以练，但关掉窗口录音就没了。",
    outdated: "这个浏览器里开过更新的脱稿，这一页还是旧的。重新加载就好。",
    blocked: "另一个标签页开着旧版的脱稿。先关掉它，再重新加载这一页。",
    other: "浏览器的存储没有反应。可以练，但关掉标签页录音就没了。",
  },
};

export const settings: Words["settings"] = {
  heading: "设置",
  language: "语言",
  languageHint: "界面和题目都用它。",
  fromBrowser: "跟随浏览器",
  headphones: "我戴着耳机",
  headphonesHint: "戴耳机就不用消回声，量得更准；不戴就一直开着回声消除。",
  cues: "你可能碰上的事",
  cuesHint: "不想碰上的就关掉。随时按 Esc，一切立刻停下。",
  decks: "从这些题库里出题",
  decksHint: "挑你这一行的；不挑就全都用。",
  deckCount: (count) => `${count} 题`,
  saved: "已保存",
};
