import { describe, expect, it } from "vitest";
import { opener, PORT_TOOLS } from "../bin/machine.mjs";

const lines = (...each: string[]) => `${each.join("\n")}\n`;

describe("who holds a port is read from", () => {
  const [lsof, ss, netstat, netstatWindows] = PORT_TOOLS;
  it("lsof", () => {
    expect(lsof?.read(lines("p812", "cGoogle Chrome", "f31"), 4173)).toEqual({
      name: "Google Chrome",
      pid: "812",
    });
    expect(lsof?.read("", 4173)).toBeUndefined();
  });
  it("ss, which hides other people's processes", () => {
    const line = "LISTEN 0 511 127.0.0.1:4173 0.0.0.0:*";
    expect(ss?.read(lines(`${line} users:(("node",pid=77,fd=21))`), 4173)).toEqual({
      name: "node",
      pid: "77",
    });
    expect(ss?.read(lines(line), 4173)).toBeUndefined();
  });
  it("netstat on Linux, for this port and no other", () => {
    const said = lines(
      "Proto Recv-Q Send-Q Local Address Foreign Address State PID/Program name",
      "tcp        0      0 127.0.0.1:14173         0.0.0.0:*               LISTEN      5/nginx: master ",
      "tcp6       0      0 ::1:4173                :::*                    LISTEN      6/node (vitest)  ",
    );
    expect(netstat?.read(said, 4173)).toEqual({ name: "node (vitest)", pid: "6" });
    expect(netstat?.read(said, 417)).toBeUndefined();
  });
  it("netstat on Windows, whatever language it speaks", () => {
    const said = lines(
      "  Proto  Lokale Adresse         Remoteadresse          Status           PID",
      "  TCP    127.0.0.1:50000        127.0.0.1:4173         HERGESTELLT     9\r",
      "  TCP    127.0.0.1:4173         0.0.0.0:0              ABHÖREN         4711\r",
    );
    expect(netstatWindows?.read(said, 4173)).toEqual({ name: "a program", pid: "4711" });
    expect(netstatWindows?.read(said, 50_000)).toBeUndefined();
  });
});

describe("a page is opened", () => {
  const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, isTTY = true) =>
    opener("http://localhost:4173", { platform, env, isTTY })?.[0];
  it("with what the system has for it", () => {
    expect([on("darwin", {}), on("win32", {})]).toEqual(["open", "cmd"]);
    expect([on("linux", { DISPLAY: ":0" }), on("linux", { WAYLAND_DISPLAY: "wayland-0" })]).toEqual([
      "xdg-open",
      "xdg-open",
    ]);
  });
  it("only where somebody sees it", () => {
    expect(on("linux", {})).toBeUndefined();
    expect(on("darwin", { CI: "true" })).toBeUndefined();
    expect(on("linux", { DISPLAY: ":0" }, false)).toBeUndefined();
  });
});
