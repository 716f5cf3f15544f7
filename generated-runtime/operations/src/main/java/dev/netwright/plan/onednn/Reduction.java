package dev.netwright.plan.onednn;

/**
 * How the library shares a sum over a batch among two threads ({@code reduce_balancer_t}): independent jobs, each of which one group of
 * threads sums. Where both threads are in one group, one of them needs room for its part.
 *
 * @param groups of threads
 * @param threads of a group
 * @param jobs of a group at most
 * @param jobSize values of a job
 */
record Reduction(int groups, int threads, int jobs, long jobSize) {
    /**
     * The split in which a thread has least to do.
     *
     * @param jobSize values that a job sums
     * @param jobs how many there are
     * @param length terms of a sum
     * @param mostValues of all threads' room, in the library's units
     */
    static Reduction of(long jobSize, int jobs, long length, long mostValues) {
        int all = OneDnnReference.THREADS;
        int least = Math.max(1, jobs / all);
        long mostJobs = Math.max(1, mostValues / (all * jobSize));
        int groups = Math.min(jobs / least, all);
        Reduction best =
                new Reduction(groups, (int) Math.min(all / groups, length), over(jobs, groups), jobSize);
        double lowest = (double) jobs * jobSize * length;
        for (int jobsOfGroup = least; jobsOfGroup < jobs; jobsOfGroup++) {
            int count = Math.min(jobs / jobsOfGroup, all);
            Reduction tried = new Reduction(count, (int) Math.min(all / count, length), over(jobs, count), jobSize);
            if (tried.threads == 1 || tried.jobs <= mostJobs) {
                double work = (double) jobSize * tried.jobs
                        * ((length + tried.threads - 1) / tried.threads + (tried.threads == 1 ? 0 : 1));
                if (work < lowest) {
                    best = tried;
                    lowest = work;
                }
            }
        }
        return best;
    }

    /** Adds the room of all threads but the first of each group, whose sums are the result. */
    void bookRest(Scratch scratch) {
        if (threads > 1) {
            scratch.book((long) groups * (threads - 1) * jobs * jobSize * Float.BYTES, 4096);
            scratch.barriers(groups);
        }
    }

    /** Adds the room of all threads. */
    void bookAll(Scratch scratch) {
        if (threads > 1) {
            scratch.floats((long) groups * threads * jobs * jobSize);
            scratch.barriers(groups);
        }
    }

    private static int over(int number, int parts) {
        return (number + parts - 1) / parts;
    }
}
