import type { Words } from "../words.ts";

export const drill: Words["drill"] = {
  round: (round, of) => `第 ${round} 轮，共 ${of} 轮`,
  calm: "这一轮没人打断你。",
  pressure: (level) => `压力 ${level} 级（最高 5 级）：客户会有反应。`,
  times: (prepare, speak) => `想 ${prepare}，讲 ${speak}`,
  timesNow: (speak) => `没时间想，直接讲 ${speak}`,
  begin: "翻开题目",
  again: "再试一次",
  key: { space: "空格", escape: "Esc" },
  leave: "停下",
  explain: {
    heading: "从这一轮起，对面坐着一位客户",
    why: "他会不客气，这是故意的：外面碰上不打招呼，在这里可以先练。讲的时候不打分。",
    whatToDo: "不管碰上什么：吐一口气，把这句话说完，接着讲。",
    switchOff: "不想碰上的，先关掉：",
    stop: "按 Esc，一切立刻停下。",
  },
  microphone: "在等麦克风。浏览器正在问你，让不让脱稿听。",
  ready: "准备……",
  think: "想一想",
  startNow: "现在就讲",
  redeal: "换一题",
  outline: {
    heading: "你的提纲",
    write: (count) => (count === 1 ? "想写就写一条。" : `最多 ${count} 条，每条几个字。`),
    bullet: (number) => `第 ${number} 条`,
  },
  titleChanged: "换题了，接过去。",
  speakUp: "随便说一句，横条应该会动。",
  level: "麦克风音量",
  recording: "正在录音",
  done: "讲完了",
  timeLeft: "还剩",
  overtime: "超时",
  lights: { none: "", green: "还剩三分之一", amber: "该收尾了", red: "时间到" },
  breathe: "慢慢吐气",
  client: "客户",
  clientSays: (line) => `客户：${line}`,
  cutsIn: "客户打断了你。",
  listening: (face) => `客户${face}`,
  faces: {
    neutral: "在听",
    engaged: "听进去了",
    "cutting-in": "在插话",
    "cold-stare": "冷冷地盯着你",
    "wrong-face": "脸色不对",
    waiting: "在等你",
    "won-back": "又听进去了",
    amused: "觉得好笑",
    sceptical: "不太信",
    frown: "皱起了眉",
    bored: "听烦了",
    "glance-at-watch": "看了一眼表",
    "look-at-phone": "在看手机",
    "whisper-aside": "在跟旁边的人咬耳朵",
  },
  warning: "要来了，稳住。",
  clockShortened: (left) => `时间短了，只剩 ${left}`,
  sayAgain: (left) => `重讲一遍，还有 ${left}`,
  fromTheTop: "重讲一遍",
  closing: "别开口，录音还在继续。",
  input: {
    dead: "一点声音都没有。麦克风插好、打开了吗？录音还在继续。",
    muted: "系统把麦克风静音了：来了电话，或者碰到了按键。打开它就行，录音还在继续。",
  },
  storageFailed: {
    full: "磁盘满了，这条录音现在只在内存里。先讲完，再去“录音”里腾地方。",
    other: "这条录音写不进磁盘，现在只在内存里。先讲完，再存成文件。",
  },
  finishing: "正在收好这条录音……",
  leaveWarning: "正在录音。",
  linkProblem: (parameter, value, expected) =>
    `链接里写着 ${parameter}=${value}，应该是${expected}。这次先按平常的来。`,
  range: (least, most) => ` ${least} 到 ${most} 之间的整数`,
  twoForEachRound: "每轮两个题目",
  oneOf: (words) => `这几个之一：${words}`,
  noTitles: "链接点名的题目这里没有，可能是对方自己写的。先出别的题。",
  noDeck: (ids) => `链接点名的题库这里没有：${ids}。先从别的题库出题。`,
};

export const support: Words["support"] = {
  label: "提纲",
  names: {
    five: "五条",
    three: "三条",
    one: "一条",
    title: "只有题目",
    turn: "只有题目，讲到一半还换题",
    climb: "讲得越好，留得越少",
  },
};

export const trade: Words["trade"] = { label: "我的行业", any: "不限" };

export const failures: Words["failures"] = {
  denied: {
    what: "这个网页用不了麦克风，被拦住了。",
    todo: "点地址栏里的锁或者麦克风图标，允许使用麦克风，再试一次。",
  },
  "no-device": {
    what: "没找到麦克风。",
    todo: "插上一个，或者到系统的声音设置里打开，再试一次。",
  },
  unsupported: {
    what: "这个浏览器在这里录不了音。",
    todo: "请用 https 或 localhost 打开脱稿，浏览器用新版的 Chrome、Edge、Firefox 或 Safari。",
  },
  busy: {
    what: "麦克风被别的程序占着。",
    todo: "关掉正在通话或录音的程序，再试一次。",
  },
  lost: {
    what: "麦克风掉了。",
    todo: "到那时为止讲的都留着。重新插好，接着下一轮。",
  },
  silent: {
    what: "什么也没录到。",
    todo: "麦克风没有送来声音。到系统的声音设置里看一眼，再试一次。",
  },
  recorder: {
    what: "浏览器的录音中断了。",
    todo: "到那时为止讲的都留着。接着下一轮，或者重新加载页面。",
  },
  storage: {
    what: "你讲的话写不进磁盘。",
    todo: "先在这台电脑上腾点地方，再试一次。",
  },
};

export const cues: Words["cues"] = {
  "cut-in": {
    name: "插话",
    explain: "话讲到一半，客户打断你。",
    advice: "要是被打断，我就让他说完，用一句话回答，再从刚才那个词接着讲。",
  },
  "cold-stare": {
    name: "冷眼",
    explain: "两只眼睛盯着你，一眨不眨。",
    advice: "要是被盯着看，我就看回去，放慢，把这个意思讲完。",
  },
  "wrong-face": {
    name: "变脸",
    explain: "对面脸色突然不对，谁也不说为什么。",
    advice: "要是脸色不对，我就再讲完一句，然后问他哪里不放心。",
  },
  blank: {
    name: "空白",
    explain: "题目和时间都不见了，只剩客户在等你。",
    advice: "要是脑子一片空白，我就吐一口气，把刚才那点再说一遍，然后问对方一个问题。",
  },
  "time-cut": {
    name: "砍时间",
    explain: "客户要提前走，你的时间真的会变短。",
    advice: "要是时间被砍，我就跳过中间，只讲最要紧的那一句，然后问下一步怎么走。",
  },
  latecomer: {
    name: "老板进来了",
    explain: "他老板推门进来，要你二十秒从头讲一遍，原来的时间先停着。",
    advice: "要是半路来了老板，我就先说结果，给一条理由，再说要他点什么头。",
  },
  whisper: {
    name: "交头接耳",
    explain: "你正讲着，他俩自己聊上了。",
    advice: "要是他们交头接耳，我就把这句讲完，停一口气，再问两位怎么看。",
  },
  "off-topic": {
    name: "跑题",
    explain: "客户忽然问起一件不相干的事。",
    advice: "要是客户跑题，我就顺着答一句，再用“说到这个”拉回来。",
  },
  price: {
    name: "只问价",
    explain: "好处还没讲完，客户只要你报价。",
    advice: "要是追着我问价，我就一口气给个区间，说清看什么定，然后接着讲。",
  },
  silence: {
    name: "不接话",
    explain: "你讲完了，客户一声不吭，录音一直录到他坐够了为止。",
    advice: "要是讲完没人接话，我就看着他，心里数到五，等他先开口。",
  },
};
