//! How much memory the page and its worker take: they share a process, whose most is asked of the system.

use std::path::Path;

use super::Browser;

impl Browser {
    /// Lets the most begin anew: from now on it is at least what is taken now. Returns that, in bytes.
    pub fn begin_peak(&self) -> u64 {
        for process in self.page_processes() {
            // 5 resets the peak (proc_pid_clear_refs(5)); a process that has just ended has none.
            let _ = std::fs::write(format!("/proc/{process}/clear_refs"), "5");
        }
        self.largest("VmRSS:")
    }

    /// The most that a page's process took since then, in bytes.
    pub fn peak(&self) -> u64 {
        self.largest("VmHWM:")
    }

    fn largest(&self, field: &str) -> u64 {
        let sizes = self.page_processes().into_iter().filter_map(|process| {
            let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
            let kilobytes: u64 = value(&status, field)?.split_whitespace().next()?.parse().ok()?;
            Some(kilobytes * 1024)
        });
        sizes.max().unwrap_or_default()
    }

    /// The processes that draw pages, below the browser's own.
    fn page_processes(&self) -> Vec<u32> {
        let Some(browser) = self.process.as_ref().and_then(|process| process.parse().ok()) else { return Vec::new() };
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let numbers = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        numbers.filter(|process| draws_pages(*process) && is_below(*process, browser)).collect()
    }
}

fn draws_pages(process: u32) -> bool {
    let command = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&command).contains("--type=renderer")
}

fn is_below(process: u32, ancestor: u32) -> bool {
    let parent = |process: u32| {
        let status = std::fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status")).ok()?;
        value(&status, "PPid:")?.parse().ok()
    };
    std::iter::successors(Some(process), |process| parent(*process)).any(|process| process == ancestor)
}

fn value<'a>(status: &'a str, field: &str) -> Option<&'a str> {
    status.lines().find_map(|line| line.strip_prefix(field)).map(str::trim)
}
