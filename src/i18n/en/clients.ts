/** The clients, by the ids of their looks: what they are called, and who they are in a few words. */
export const clients = {
  lin: { name: "Ms Lin", who: "the sceptical buyer" },
  zhou: { name: "Mr Zhou", who: "the busy boss" },
  xu: { name: "Ms Xu", who: "the one who only asks the price" },
  berg: { name: "Mr Berg", who: "the silent one" },
  bello: { name: "Ms Bello", who: "the technical one" },
  silva: { name: "Mr Silva", who: "the friendly one who never decides" },
};
