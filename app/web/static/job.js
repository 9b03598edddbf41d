const job = document.getElementById("job");
const part = (id) => document.getElementById(id);
const count = new Intl.NumberFormat("en-GB");

async function look() {
  try {
    const answer = await fetch(job.dataset.progress, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const now = await answer.json();
    const doing = now.state === "failed" ? "Stopped by a fault of ours." : now.state === "cancelled" ? "Cancelled." : now.finished ? "Finished." : now.doing || "Waiting to start";
    if (part("doing").textContent !== doing) part("doing").textContent = doing;
    part("bar").max = Math.max(now.total, 1);
    part("bar").value = now.done;
    part("left").textContent = now.left ? "; " + now.left : "";
    for (const id of ["done", "total", "failed"]) part(id).textContent = count.format(now[id]);
    if (now.finished) {
      document.title = document.title.replace("Working", now.state === "failed" ? "Stopped" : "Finished");
      part("stopped").hidden = now.state !== "failed";
      part("again").hidden = true;
      part("which").hidden = !now.failed;
      part("continue").hidden = false;
      return;
    }
  } catch {
    part("again").hidden = false;
  }
  setTimeout(look, 1000);
}

look();
