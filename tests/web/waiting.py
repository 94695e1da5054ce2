"""Work that a form began: waited for, so that nothing of it goes on behind the next test."""

import time

from starlette.testclient import TestClient


def ended(browser: TestClient, path: str) -> str:
    """Where a job leads once it has ended; what its page says when it failed."""
    for _ in range(1200):
        answer = browser.get(path, follow_redirects=False)
        if answer.status_code == 303:
            return answer.headers["location"]
        if "job bad" in answer.text:
            return answer.text
        time.sleep(0.05)
    raise AssertionError(f"{path} does not end")
