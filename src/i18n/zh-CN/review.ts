import type { Words } from "../words.ts";

export const review: Words["review"] = {
  heading: "听一遍，打个分",
  optional: "不想弄，可以都跳过。",
  rate: "讲得怎么样？",
  scales: {
    opening: { name: "开场", low: "半天没开了口", high: "一句话就抓住人" },
    thread: { name: "主线", low: "讲散了", high: "从头到尾一条线" },
    recovery: { name: "恢复", low: "被带跑了", high: "马上接得住" },
    believable: { name: "可信", low: "自己都不买", high: "当场就能签" },
    close: { name: "收尾", low: "不了了之", high: "落在一个点上" },
  },
  mark: (scale, mark) => `${scale}：${mark} 分，满分 5 分`,
  rateKeys: "按数字键 1 到 5，一项一项打分",
  note: "下次哪里换个讲法？",
  notePlaceholder: "写一句就够",
  saved: "已保存",
  notSaved: {
    full: "磁盘满了，这次打分没存上。腾出地方再打一次。",
    other: "没存上。重新加载页面试试；录音还在。",
  },
  next: "下一轮",
  finish: "收工",
  skip: "跳过",
  redoMicrophone: "继续",
  unsaved: {
    full: "磁盘满了，这条录音没存上。现在先存成文件，再去“录音”里腾地方。",
    other: "这条录音没能存进浏览器。现在就把它存成文件。",
  },
  saveFile: "存成文件",
  nothing: "这一轮什么也没录到。",
  advice: "下次再碰上",
  struck: (count) => `碰上 ${count} 次`,
  gaps: (count, length) => `电脑卡了 ${count} 次，一共漏录 ${length}，那里是静音。`,
  finished: "今天讲完了。",
  finishedWhy: "三轮没有稿子，你讲下来了。下回会顺一点。",
  finishedOne: "没有稿子，你讲下来了。下回会顺一点。",
  left: "停下了。",
  leftKept: "讲过的都留着。",
  leftEmpty: "什么也没录。",
  people: "剩下的要在人堆里学：这个周末，打个电话，去见个人。",
  yours: "今天这几条",
  oneMore: "再来一次",
  home: "今天到这里",
};

export const recovered: Words["recovered"] = {
  back: (count) =>
    count === 1
      ? "上次讲到一半，页面关了。讲过的都找回来了："
      : `上次讲到一半，页面关了。找回了 ${count} 条：`,
  stuck: (count) => `有 ${count} 条没录完的，拼不回来。碎片都还留着。`,
  label: "找回的",
};

export const takes: Words["takes"] = {
  heading: "录音",
  none: "还没有录音。",
  noneTodo: "按一个按钮，就有第一条。",
  count: (count) => `${count} 条录音`,
  length: "时长",
  rated: (mean) => `自评 ${mean}`,
  unrated: "没打分",
  calm: "没有突发状况",
  delete: "删除",
  deleted: (title) => `已删除：${title}`,
  undo: "撤销",
  gone: "这条录音不在这里。",
  goneWhy: "可能删掉了，也可能地址不完整。",
  back: "全部录音",
  unreadable: (count) => `有 ${count} 条记录读不出来。先放在一边，什么都没删。`,
  cutShort: "提前结束",
  facts: "这条录音的情况",
  seed: "种子",
  sameAgain: "同一套再来一遍",
  pressure: "压力",
  microphone: "麦克风",
  echo: "回声消除",
  on: "开",
  off: "关",
  unknown: "不知道",
  loadFailed: "列表暂时读不出来。",
};
