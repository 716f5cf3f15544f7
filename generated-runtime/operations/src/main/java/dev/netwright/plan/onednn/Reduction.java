package dev.netwright.plan.onednn;

/**
 * How the library divides a sum over a batch between two threads ({@code reduce_balancer_t}): independent jobs, each
 * summed by one group of threads. If both threads are in one group, one of them needs scratch memory for its part.
 *
 * @param groups the number of groups
 * @param threads the number of threads in a group
 * @param jobs the largest number of jobs of a group
 * @param jobSize the number of values in a job
 */
record Reduction(int groups, int threads, int jobs, long jobSize) {
    /**
     * The division with the least work for a thread.
     *
     * @param jobSize the number of values that a job sums
     * @param jobs the number of jobs
     * @param length the number of terms of each sum
     * @param mostValues the limit of all threads' scratch memory, in the library's units
     */
    static Reduction of(long jobSize, int jobs, long length, long mostValues) {
        int all = OneDnnReference.THREADS;
        int least = Math.max(1, jobs / all);
        long mostJobs = Math.max(1, mostValues / (all * jobSize));
        int groups = Math.min(jobs / least, all);
        Reduction best = new Reduction(groups, (int) Math.min(all / groups, length), over(jobs, groups), jobSize);
        double lowest = (double) jobs * jobSize * length;
        for (int jobsOfGroup = least; jobsOfGroup < jobs; jobsOfGroup++) {
            int count = Math.min(jobs / jobsOfGroup, all);
            Reduction tried = new Reduction(count, (int) Math.min(all / count, length), over(jobs, count), jobSize);
            if (tried.threads == 1 || tried.jobs <= mostJobs) {
                double work = (double) jobSize
                        * tried.jobs
                        * ((length + tried.threads - 1) / tried.threads + (tried.threads == 1 ? 0 : 1));
                if (work < lowest) {
                    best = tried;
                    lowest = work;
                }
            }
        }
        return best;
    }

    /** Books scratch memory for all threads but the first of each group, which adds into the result. */
    void bookRest(Scratch scratch) {
        if (threads > 1) {
            scratch.book((long) groups * (threads - 1) * jobs * jobSize * Float.BYTES, 4096);
            scratch.barriers(groups);
        }
    }

    /** Books scratch memory for all threads. */
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
