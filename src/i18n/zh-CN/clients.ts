import type { Words } from "../words.ts";

export const clients: Words["clients"] = {
  lin: { name: "林总", who: "什么都不轻信的采购总监" },
  zhou: { name: "周总", who: "忙得坐不住的老板" },
  xu: { name: "小许", who: "开口只问价的采购" },
  berg: { name: "贝里先生", who: "一声不吭的那位" },
  bello: { name: "贝洛工", who: "句句抠细节的工程师" },
  silva: { name: "席总", who: "热情得很、就是不拍板的那位" },
};
